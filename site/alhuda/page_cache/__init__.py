"""The page cache: whole answers, compressed once, in files that the web server can send by itself.

`serve` stands outside Django and answers from `store`; `keeping` decides what may be kept; what changed arrives from
`home.changes`, and from other hosts through `hosts`.
"""
