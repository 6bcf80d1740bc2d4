"""What the demonstration says, Arabic first. Every figure and every rule in it is a sample that nobody has approved."""
