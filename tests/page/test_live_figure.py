"""The figure and the words follow the state; late answers do not reach what is on view."""

import asyncio

import pytest
from pyscript import document, window
from pyscript.js_modules import mailbox

from page.engine import Overtime, Stopped
from page.lab.results import Results
from page.stage.live_figure import LiveFigure
from page.stage.stage import Stage
from page.stage.viewer import Viewer
from page.state import actions
from protocol.answers import draw_answer, route_answer, walk_answer
from protocol.names import STUDENT
from protocol.questions import Questions

SYNTAX = {"ja": "読めません", "en": "cannot be read"}
OWN = {"code": "class SGD: ...", "class": "SGD", "hyper": {"lr": 0.5}}


class SlowEngine:
    """Answers when it is told to."""

    ready = True

    def __init__(self):
        self.asked, self.ended, self.heard = [], [], {}

    def hear_progress(self, question, heard):
        self.heard[question.number] = heard

    def forget(self, question):
        mailbox.forget(question.number)

    async def end(self, question):
        self.ended.append(question)

    async def ask(self, service, request, limit=None):
        answer = asyncio.get_running_loop().create_future()
        self.asked.append((request, limit, answer))
        return await answer

    async def answer(self, value):
        """Answer the question that waits; an exception is raised there."""
        _, _, answer = self.asked[-1]
        assert not answer.done()
        if isinstance(value, Exception):
            answer.set_exception(value)
        else:
            answer.set_result(value)
        await rest()


async def rest():
    """Until nothing can go on without an answer."""
    for _ in range(10):
        await asyncio.sleep(0)


def walked(*names, steps=3, fault=None, reason="finished"):
    points = [[float(i), 2.0 * i] for i in range(steps + 1)]
    routes = [route_answer(name, points, [1.0] * (steps + 1), reason) for name in names]
    return draw_answer(walk_answer(routes, 1.0, [0.5, 0.5], fault))


class Page:
    """The stage's part of the page with an engine that is slow."""

    def __init__(self, store):
        self.store, self.engine = store, SlowEngine()
        self.live_figure = LiveFigure(store, self.engine, Stage(), Questions())
        self.viewer = Viewer(store, self.live_figure)
        self.results = Results(store, self.live_figure)

    def text(self, name):
        return document.getElementById(name).textContent

    def cells(self):
        return [
            [cell.textContent for cell in row.children]
            for row in document.getElementById("results").children
        ]

    async def begin(self):
        self.live_figure.refresh()
        await rest()
        await self.engine.answer(draw_answer())


@pytest.fixture
def page(store):
    return Page(store)


def routes_drawn(page):
    """How many routes the page itself has drawn over the ground."""
    drawn = page.viewer.stage.top.context.drawn
    return sum(call == ("clip",) for call in drawn)


async def walk(page, x=-7, y=2):
    page.store.act(actions.start_at, x=x, y=y)
    await rest()


async def walk_student(page, start=(-7, 2)):
    page.store.act(actions.open_tab, tab="lesson")
    page.store.act(actions.open_section, section="write-sgd")
    page.store.act(actions.walk_student, section="write-sgd", start=list(start), student=OWN)
    await rest()


def test_a_click_walks_at_once_and_matplotlibs_figure_follows(page):
    async def story():
        await page.begin()
        page.store.act(actions.start_at, x=-7, y=2)
        assert "SGD：30 ステップで損失 0.0133" in page.text("status")
        assert page.cells()[0][1:] == ["(−0.3504, 0.08478)", "0.01333", "最後まで歩いた"]
        assert mailbox.grounds == [1] and routes_drawn(page) == 2
        await rest()
        asked = page.engine.asked[-1][0]
        assert asked["walk"]["start"] == [-7, 2] and asked["routes_known"]
        await page.engine.answer(draw_answer())
        assert len(mailbox.painted) == 2 and routes_drawn(page) == 0

    asyncio.run(story())


def test_before_there_is_a_worker_the_page_draws_the_axes_too(page):
    page.engine.ready = False
    page.store.act(actions.start_at, x=-7, y=2)
    assert page.cells()[0][1] == "(−0.3504, 0.08478)"
    assert routes_drawn(page) == 2 and mailbox.grounds == []
    names = [call[1] for call in page.viewer.stage.top.context.drawn if call[0] == "fillText"]
    assert {"x", "y", "0.0", "−5.0"} <= set(names)
    assert not document.getElementById("play").disabled


def test_a_surface_is_the_workers_alone(page):
    async def story():
        await page.begin()
        page.store.act(actions.choose_view, view="surface")
        await rest()
        await page.engine.answer(draw_answer())
        await walk(page)
        assert routes_drawn(page) == 0 and page.cells()[0][1] == "(−0.3504, 0.08478)"
        await page.engine.answer(draw_answer())
        document.getElementById("play").click()
        window.run_frame(now=90)
        await rest()
        assert page.engine.asked[-1][0]["moment"] == 1
        assert set(page.engine.asked[-1][0]) == {"number", "moment", "routes_known"}

    asyncio.run(story())


def test_another_field_has_no_routes_of_the_one_before(page):
    """The page has no ground of it yet: what is seen stays until its figure comes."""

    async def story():
        await page.begin()
        await walk(page)
        await page.engine.answer(draw_answer())
        page.store.act(actions.choose_landscape, landscape="bowl")
        page.store.act(actions.start_at, x=0.5, y=0.5)
        assert routes_drawn(page) == 0 and mailbox.grounds == [1]
        await rest()
        await page.engine.answer(draw_answer())
        brought = [asked["number"] for asked, *_ in page.engine.asked if "scene" in asked]
        await walk(page, 0.2, 0.2)
        assert mailbox.grounds == brought and len(brought) == 2

    asyncio.run(story())


def test_words_stay_until_the_next_ones_are_there(page):
    """A table that flickers at every click cannot be read, nor listened to."""

    async def story():
        await page.begin()
        await walk_student(page)
        await page.engine.answer(walked("SGD", STUDENT))
        before = page.text("status"), page.cells()
        assert page.cells()[1][1] == "(3, 6)"
        await walk(page, 1, 1)
        assert (page.text("status"), page.cells()) == before
        await page.engine.answer(walked("SGD", STUDENT, steps=5))
        assert "(1, 1) から出発。SGD：5 ステップ" in page.text("status")
        assert page.cells()[1][1] == "(5, 10)"
        page.engine.ready = False
        page.store.act(actions.start_at, x=2, y=2)
        assert "Python の準備" in page.text("status")
        assert page.cells()[1][1] == "—"

    asyncio.run(story())


def test_a_figure_of_an_old_field_never_reaches_the_new_one(page):
    """Fault: the landscape was changed while a walk was under way."""

    async def story():
        await page.begin()
        await walk(page)
        painted = len(mailbox.painted)
        page.store.act(actions.choose_landscape, landscape="bowl")
        await page.engine.answer(draw_answer())
        assert len(mailbox.painted) == painted
        assert page.live_figure.walks.result is None
        assert page.cells()[0][1] == "—"
        assert page.engine.asked[-1][0]["scene"]["field"] == "bowl"
        assert page.engine.asked[-1][0]["walk"] is None

    asyncio.run(story())


def test_a_figure_of_the_click_before_does_not_cover_the_routes_of_the_last(page):
    async def story():
        await page.begin()
        await walk(page)
        page.store.act(actions.start_at, x=1, y=1)
        await page.engine.answer(draw_answer())
        assert len(mailbox.painted) == 1 and routes_drawn(page) == 2
        await page.engine.answer(draw_answer())
        assert len(mailbox.painted) == 2 and routes_drawn(page) == 0

    asyncio.run(story())


def test_what_was_walked_is_still_known_after_a_look_elsewhere(page):
    """Fault: the route was drawn, but the table said "—" and the player was dead."""

    async def story():
        await page.begin()
        await walk_student(page)
        await page.engine.answer(walked("SGD", STUDENT))
        for tab in ("code", "lab", "lesson"):
            page.store.act(actions.open_tab, tab=tab)
            await rest()
            if tab == "lesson":
                assert page.cells()[1][1] == "(3, 6)"
                assert "SGD：3 ステップ" in page.text("status")
                assert not document.getElementById("play").disabled
                assert page.engine.asked[-1][0]["routes_known"]
            await page.engine.answer(draw_answer())
        assert page.cells()[1][1] == "(3, 6)"

    asyncio.run(story())


def test_frames_of_a_playback_are_drawn_here_and_change_no_state(page):
    async def story():
        await page.begin()
        await walk(page)
        await page.engine.answer(draw_answer())
        before, asked = page.store.state, len(page.engine.asked)
        document.getElementById("play").click()
        window.run_frame(now=90)
        await rest()
        assert len(page.engine.asked) == asked and routes_drawn(page) == 2
        assert page.cells()[0][1] == "(−6.335, −1.8)"
        assert page.store.state is before
        document.getElementById("play").click()
        assert page.store["lab"]["moment"] == 1
        await rest()
        assert page.engine.asked[-1][0]["moment"] == 1
        await page.engine.answer(draw_answer())
        assert routes_drawn(page) == 0

    asyncio.run(story())


def test_a_playback_that_comes_to_its_end_rests_in_matplotlibs_figure(page):
    async def story():
        await page.begin()
        await walk(page)
        await page.engine.answer(draw_answer())
        document.getElementById("play").click()
        window.run_frame(now=90)
        window.run_frame(now=90_000)
        assert routes_drawn(page) == 2
        await rest()
        await page.engine.answer(draw_answer())
        assert routes_drawn(page) == 0 and page.store["lab"]["moment"] is None

    asyncio.run(story())


def test_a_long_walk_goes_on_from_frame_to_frame(page, monkeypatch):
    async def story():
        await page.begin()
        monkeypatch.setattr("page.stage.walks.SLICE", 0)
        page.store.act(actions.enter_steps, steps=200)
        page.store.act(actions.start_at, x=-7, y=2)
        assert page.cells()[0][1] == "—"
        monkeypatch.setattr("page.stage.walks.SLICE", 1000)
        window.run_frame(now=90)
        assert page.cells()[0][3] == "最後まで歩いた" and routes_drawn(page) == 2

    asyncio.run(story())


def test_a_walk_that_is_walked_here_is_not_read_from_the_worker(page, monkeypatch):
    """Fault: reading it took a tenth of a second, in which no frame was drawn."""

    async def story():
        await page.begin()
        monkeypatch.setattr("page.stage.walks.SLICE", 0)
        await walk(page)
        assert page.engine.asked[-1][0]["routes_known"]
        before = len(mailbox.painted)
        await page.engine.answer(draw_answer())
        assert len(mailbox.painted) == before + 1 and page.cells()[0][1] == "—"
        monkeypatch.setattr("page.stage.walks.SLICE", 1000)
        window.run_frame(now=90)
        assert page.cells()[0][3] == "最後まで歩いた" and routes_drawn(page) == 0

    asyncio.run(story())


def test_where_the_page_cannot_walk_on_the_worker_is_asked(page, monkeypatch):
    async def story():
        await page.begin()
        monkeypatch.setattr("page.stage.walks.SLICE", 0)
        await walk(page)
        await page.engine.answer(draw_answer())
        page.live_figure.walks._walking.close()
        page.live_figure.walks._walking = raising()
        monkeypatch.setattr("page.stage.walks.SLICE", 1000)
        page.live_figure.walks._go_on_later(
            page.live_figure.walks.on_view, page.live_figure.walks._walking
        )
        await rest()
        assert not page.engine.asked[-1][0]["routes_known"]
        await page.engine.answer(walked("SGD", "Momentum"))
        assert page.cells()[0][1] == "(3, 6)"

    asyncio.run(story())


def raising():
    raise OverflowError
    yield


def test_long_routes_come_one_in_a_frame(page, monkeypatch):
    async def story():
        await page.begin()
        monkeypatch.setattr("page.stage.quick_figure.FRAME", 0)
        page.store.act(actions.enter_steps, steps=100)
        await walk(page)
        assert routes_drawn(page) == 0
        monkeypatch.setattr("page.stage.quick_figure.FRAME", 1000)
        window.run_frame(now=90)
        assert routes_drawn(page) == 2
        await page.engine.answer(draw_answer())
        assert routes_drawn(page) == 0

    asyncio.run(story())


def test_a_students_method_that_raises_on_the_way_says_so(page):
    """Fault: it read "walked all steps", and what had happened was shown nowhere."""

    async def story():
        await page.begin()
        await walk_student(page)
        assert page.engine.asked[-1][1] == 2
        sentence = {"ja": "0 で割っています。", "en": "divides by 0"}
        fault = {"line": 7, "sentence": sentence, "detail": "ZeroDivisionError"}
        await page.engine.answer(walked("SGD", STUDENT, fault=fault, reason="raised"))
        told = "4 ステップ目で止まりました。7 行目：0 で割っています。 ZeroDivisionError"
        assert told in page.text("problem")
        assert page.cells()[1] == ["あなた", "(3, 6)", "1", "エラーで止まった"]

    asyncio.run(story())


def test_a_method_that_never_ends_is_given_up_where_it_was_asked_for(page):
    async def story():
        await page.begin()
        page.store.act(actions.open_tab, tab="lesson")
        page.store.act(actions.open_section, section="write-sgd")
        await rest()
        await page.engine.answer(draw_answer())
        page.store.act(actions.walk_student, section="write-sgd", start=[-7, 2], student=OWN)
        await rest()
        page.store.act(actions.open_tab, tab="lab")
        await page.engine.answer(Overtime())
        assert page.store["lesson"]["student"] is None
        assert page.store["lab"]["start"] is None

    asyncio.run(story())


def test_a_formula_without_value_gets_its_sentence_each_time(page):
    async def story():
        await page.begin()
        page.store.act(actions.choose_landscape, landscape="typed")
        await rest()
        for _ in range(2):
            await page.engine.answer(draw_answer(problem=SYNTAX))
            assert page.text("problem") == SYNTAX["ja"]
            page.live_figure.refresh()
            await rest()
        await page.engine.answer(draw_answer())
        assert page.text("problem") == ""

    asyncio.run(story())


@pytest.mark.parametrize("failure", [RuntimeError("went wrong"), KeyError("x")])
def test_an_unexpected_failure_is_told_and_the_next_question_is_asked_whole(page, failure):
    async def story():
        await page.begin()
        page.store.act(actions.start_at, x=-7, y=2)
        await rest()
        await page.engine.answer(failure)
        assert "思わぬエラー" in page.text("problem")
        page.store.act(actions.start_at, x=1, y=2)
        await rest()
        assert {"scene", "walk"} <= set(page.engine.asked[-1][0])
        await page.engine.answer(walked("SGD", "Momentum"))
        assert page.text("problem") == ""

    asyncio.run(story())


def test_a_question_that_was_stopped_is_asked_again_of_the_next_worker(page):
    async def story():
        await page.begin()
        page.store.act(actions.start_at, x=-7, y=2)
        await rest()
        page.engine.ready = False
        await page.engine.answer(Stopped())
        count = len(page.engine.asked)
        page.engine.ready = True
        page.live_figure.worker_is_new()
        await rest()
        assert len(page.engine.asked) == count + 1
        assert {"scene", "walk"} <= set(page.engine.asked[-1][0])

    asyncio.run(story())


def test_figures_are_thrown_away_once_they_are_painted_or_not_wanted(page):
    async def story():
        await page.begin()
        page.store.act(actions.start_at, x=-7, y=2)
        await rest()
        page.store.act(actions.choose_landscape, landscape="bowl")
        await page.engine.answer(walked("SGD"))
        await page.engine.answer(draw_answer())
        assert mailbox.forgotten == [1, 2, 3]

    asyncio.run(story())


def test_routes_of_a_field_go_with_it(page):
    async def story():
        await page.begin()
        await walk(page)
        assert routes_drawn(page) == 2
        page.store.act(actions.choose_landscape, landscape="rosenbrock")
        assert routes_drawn(page) == 0  # over the valley's figure, on rosenbrock's plane
        await rest()

    asyncio.run(story())


def test_a_figure_of_the_pages_own_is_as_large_as_the_stage(page):
    page.engine.ready = False
    page.store.act(actions.start_at, x=-7, y=2)
    stage = page.viewer.stage
    assert (stage.figure.width, stage.figure.height) == (stage.pixel_width, stage.pixel_height)


def test_no_contour_lines_of_another_landscape_while_its_own_are_on_their_way(page):
    page.engine.ready, ground = False, document.getElementById("ground")
    page.store.act(actions.choose_landscape, landscape="himmelblau")
    assert ground.hidden and "himmelblau" in ground.src
    ground.fire("load")
    assert not ground.hidden
    page.store.act(actions.choose_landscape, landscape="typed")
    ground.fire("load")
    assert ground.hidden


def test_a_playback_does_not_keep_the_first_figure_from_being_there(page):
    async def story():
        page.engine.ready = False
        await walk(page)
        document.getElementById("play").click()
        page.engine.ready = True
        page.live_figure.worker_is_new()
        await rest()
        window.run_frame(now=500)
        await page.engine.answer(draw_answer())
        assert mailbox.grounds and not mailbox.painted and page.live_figure.has_figure

    asyncio.run(story())


def test_a_long_walk_is_told_before_there_is_a_worker_to_draw_its_surface(page):
    page.engine.ready = False
    page.store.act(actions.choose_view, view="surface")
    page.store.act(actions.enter_steps, steps=2000)
    page.live_figure.walks._go_on = lambda walk: False  # it takes longer than a frame
    page.store.act(actions.start_at, x=-7, y=2)
    del page.live_figure.walks._go_on
    assert page.cells()[0][1] == "—"
    page.live_figure.walks._go_on_later(
        page.live_figure.walks.on_view, page.live_figure.walks._walking
    )
    assert page.cells()[0][1] != "—"
