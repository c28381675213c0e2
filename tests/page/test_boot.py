"""The progress bar of the worker's start."""

from pyscript import document

from page.frame.boot import Boot


def test_phases_that_are_reported_after_a_failure_are_passed_over(store):
    boot = Boot(store)
    boot.fail("TypeError: Failed to fetch")
    told = document.getElementById("boot-text").textContent
    boot.reach("numpy")
    assert document.getElementById("boot-text").textContent == told and "fetch" in told
