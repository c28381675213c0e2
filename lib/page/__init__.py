"""The page, run by MicroPython on the main thread. main.py puts its parts together.

engine      the worker that runs the library: start it, ask it, replace it
mailbox     what the worker posts beside its answers; pixels stay there, out of MicroPython
succession  what a worker leaves to the one that takes its place
browser     the calls of the browser that may fail, made so that nothing is thrown

state/      what is chosen and kept
    table       every entry of the state: its beginning, its check, whether it is kept or linked
    store       the only owner: actions change the state, subscribers hear what has changed
    actions     all that can be done to the state, by name
    reading     what follows from it: what is on view, whose code, which walk is asked for
    setup       what a stage shows: field, methods, rates, steps, start
    catalogue   what the library and the lesson offer
    check       whether data of unknown origin is a state of this page
    former      setups as earlier versions wrote them into links, in the words of today
    keeper      brings the state back and writes it down, by storage and link (packing)
stage/      what is seen and touched
    stage       the canvas: hears pointer and keys, draws marks over the figure
    gestures    what pointer and keys mean; plane: pixels ⇄ x and y; marks; symbols of routes
    walks       walks here, by the library's methods; routes, axes: how they are drawn
    quick_figure the figure as the page draws it, at once; over the worker's without routes
    live_figure has matplotlib's drawn by the worker, which takes the quick one's place
    viewer      shows what is known: layout, player, status in words
    playback    one step after another
lab/        controls, results, script and sharing
code/       editor (CodeMirror), panel (editor, Run, answer), notepad (any code), code (the tab)
lesson/     lesson (sections), predict (guesses), exercise (an answer and its diagnosis)
frame/      boot, tabs, language and words, notices, presenter, kiosk, dom
"""
