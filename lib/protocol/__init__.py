"""What the page and its worker say to each other, written once for both interpreters.

    names      services of the worker, phases of its start, the student's name in routes
    requests   what the page asks
    answers    what the worker answers
    questions  numbers for questions, and which answers are still wanted
    jobs       long work in small parts, with progress and an end on demand

Plain Python: the page reads it in MicroPython, the worker in Pyodide, the tests in CPython.
"""
