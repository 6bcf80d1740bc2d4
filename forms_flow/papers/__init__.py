"""What is made for paper: the blank form, and the applicant's copy of the answers. Reads data, never a request."""
