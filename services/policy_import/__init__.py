"""From a file to a draft policy page: read, parse, build.

`read` turns bytes into lines, `parse` turns lines into a :class:`document.PolicyDocument`, `build` writes the page. The
first two know neither Django models nor requests. No step changes a word: what looks wrong becomes a note.
"""
