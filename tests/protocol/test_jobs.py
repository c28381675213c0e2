"""Long work in parts: told, interrupted, ended."""

import asyncio

import pytest

from protocol.jobs import Jobs


def parts(count, done):
    try:
        for i in range(count):
            done.append(i)
            yield (i + 1) / count
    finally:
        done.append("closed")
    return "result"


def test_a_job_works_through_its_parts_and_tells_how_far_it_is():
    told, done = [], []
    jobs = Jobs(lambda *progress: told.append(progress))
    assert asyncio.run(jobs.run(7, parts(4, done))) == "result"
    assert told == [(7, 0.25), (7, 0.5), (7, 0.75), (7, 1.0)]
    assert done == [0, 1, 2, 3, "closed"]


def test_others_have_their_turn_between_two_parts():
    order = []
    jobs = Jobs(lambda number, done: order.append((number, done)))

    async def both():
        await asyncio.gather(jobs.run(1, parts(2, [])), jobs.run(2, parts(2, [])))

    asyncio.run(both())
    assert order == [(1, 0.5), (2, 0.5), (1, 1.0), (2, 1.0)]


def test_a_job_that_is_ended_gives_no_result_and_leaves_the_others_alone():
    done, other = [], []
    jobs = Jobs(lambda number, part: jobs.end(1) if done == [0, 1] else None)

    async def both():
        return await asyncio.gather(jobs.run(1, parts(9, done)), jobs.run(2, parts(3, other)))

    assert asyncio.run(both()) == [None, "result"]
    assert done == [0, 1, "closed"]
    assert other == [0, 1, 2, "closed"]


def test_there_is_nothing_to_end_before_and_after():
    jobs = Jobs(lambda *progress: None)
    assert not jobs.end(1)
    asyncio.run(jobs.run(1, parts(2, [])))
    assert not jobs.end(1)


def test_what_a_part_raises_is_raised_and_the_job_is_over():
    def failing():
        yield 0.5
        raise ArithmeticError("in a part")

    jobs = Jobs(lambda *progress: None)
    with pytest.raises(ArithmeticError, match="in a part"):
        asyncio.run(jobs.run(1, failing()))
    assert not jobs.end(1)
