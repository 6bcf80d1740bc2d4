"""The pages of the services guide and of the policies, one kind a file."""
