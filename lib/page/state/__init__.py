"""What is chosen and kept: the table of the state, its only owner, and its ways in and out.

table      every entry: its default, its check, whether the browser keeps it, whether links have it
store      the only owner: actions change the state, subscribers hear what has changed
actions    all that can be done to the state, by name
reading    what follows from a state: what is on view, whose code, which walk is asked for
setup      what a stage shows: field, methods, rates, steps, start
check      whether data of unknown origin is a state of this page
keeper     brings the state back and writes it down: storage, address
"""
