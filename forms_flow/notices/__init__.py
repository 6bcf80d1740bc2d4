"""Messages to applicants: put into the outbox with the change they tell of, sent later by the worker."""
