"""Where a figure comes from when its caller brings no axes."""


def _pyplot_figure():
    """A pyplot figure, which Jupyter shows below the cell and a script shows with plt.show()."""
    from matplotlib import pyplot

    return pyplot.figure()


figure_factory = _pyplot_figure


def use_factory(factory):
    """Have new figures made by factory() instead; the web page uses this to collect them."""
    global figure_factory
    figure_factory = factory


def new_axes(theme, **kind):
    """Axes on a new figure in the colours of a theme; kind goes to matplotlib's add_subplot."""
    from visualizer.figures.style import THEMES

    figure = figure_factory()
    figure.set_facecolor(THEMES[theme].face)
    return figure.add_subplot(**kind)
