"""The kinds of question: one a file. Each cleans what was typed, makes the control and says the answer again."""
