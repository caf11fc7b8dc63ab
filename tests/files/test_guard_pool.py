"""Guarded processes may die in any way: every request has one result, and all are in order."""

import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.files.bad_work import BIG, JOB
from toolkit.errors import GuardError
from toolkit.files.guard_pool import guarded
from toolkit.files.guard_process import Fate, Job, Limits

MANY = Limits(seconds=20, memory=2**30)
SHORT = Limits(seconds=0.4, memory=2**30)
FATES = {
    "exit": Fate.DEAD,
    "abort": Fate.DEAD,
    "panic": Fate.DEAD,
    "leave": Fate.DEAD,
    "lambda": Fate.DEAD,
    "hang": Fate.SLOW,
    "sleep": Fate.SLOW,
    "allocate": Fate.LARGE,
}


def results(
    *requests: str, limits: Limits = MANY, job: Job = JOB, processes: int = 1
) -> list[object]:
    """Return what became of all requests."""
    return list(guarded(job, requests, limits, processes))


MOST_SECONDS = 60
"""When a test gives up; a machine with much else to do takes its time."""


def is_gone(pid: int) -> bool:
    """Tell whether no process has a number, not even one that is dead and not yet waited for."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def wait_until_ended(pid: int) -> bool:
    """Wait for a process that nobody here has started, and that others bury at their leisure."""
    deadline = time.monotonic() + MOST_SECONDS
    while not is_gone(pid) and time.monotonic() < deadline:
        if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.01)
    return is_gone(pid)


@pytest.mark.parametrize("deed", FATES)
def test_what_kills_a_process_costs_its_own_request_alone(deed: str) -> None:
    """Those before and after it have their results, and it has one that says what happened."""
    limits = SHORT if FATES[deed] is Fate.SLOW else MANY
    given = ("good:1", f"{deed}:", "good:2", "good:3")
    expected = [["good", "1"], FATES[deed], ["good", "2"], ["good", "3"]]
    assert results(*given, limits=limits) == expected


def test_a_process_that_dies_by_accident_is_given_a_second_chance(tmp_path: Path) -> None:
    """The system itself may kill one when the memory runs short; the file is not to blame."""
    assert results(f"once:{tmp_path / 'mark'}", "good:1") == ["second time", ["good", "1"]]


def test_time_is_not_spent_twice_on_a_request(tmp_path: Path) -> None:
    """One that hangs once will hang again."""
    notes = tmp_path / "notes"
    assert results(f"sleep:{notes}", limits=Limits(seconds=1)) == [Fate.SLOW]
    assert notes.read_text() == "begun\n"


@settings(max_examples=12, deadline=None)
@given(
    deeds=st.lists(
        st.sampled_from(["good", "good", "good", "big", "abort", "exit", "panic"]), max_size=7
    ),
    processes=st.integers(1, 3),
)
def test_any_mix_has_one_result_each_in_order(deeds: list[str], processes: int) -> None:
    """However many processes share the work."""
    requests = [f"{deed}:{number}" for number, deed in enumerate(deeds)]
    expected: list[object] = []
    for number, deed in enumerate(deeds):
        fine = ["good", str(number)] if deed == "good" else f"{number}{'x' * BIG}"
        expected.append(FATES.get(deed, fine))
    assert results(*requests, processes=processes) == expected


def test_results_of_many_megabytes_never_block() -> None:
    """Neither while others wait, nor where the pipes are full."""
    given = [f"big:{number}" for number in range(30)]
    got = results(*given, processes=2)
    assert [str(text).rstrip("x") for text in got] == [str(number) for number in range(30)]


def test_more_requests_than_a_pipe_holds() -> None:
    """Long names too, and such as are no proper text."""
    names = [f"{number}\udc80" + "名" * (number * 7 % 900) for number in range(400)]
    names.append("长" * 30_000)
    given = [f"good:{name}" for name in names]
    assert results(*given, processes=2) == [["good", name] for name in names]


def test_values_other_than_plain_ones_travel_too() -> None:
    """Dates are what workbooks hold besides texts and numbers."""
    (day,) = results("date:")
    assert str(day) == "2025-09-30"


def test_results_come_while_others_are_worked_on() -> None:
    """Nobody waits for the whole before the first is told."""
    with closing(guarded(JOB, ["good:1", "sleep:"], MANY, 1)) as stream:
        assert next(stream) == ["good", "1"]


def test_nothing_is_started_for_nothing() -> None:
    """Not even a job that does not exist is missed."""
    assert results(job=Job("no.such:thing")) == []


def test_a_job_that_cannot_start_stops_the_run() -> None:
    """An installation in disorder is no fault of a thousand files."""
    with pytest.raises(GuardError, match="启动不了"):
        results("good:1", job=Job("no.such:thing"))


def test_processes_print_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    """A panic of Rust tells its story on the terminal, where people look for something else."""
    assert results("print:1", "abort:", "good:2") == ["1", Fate.DEAD, ["good", "2"]]
    assert capfd.readouterr() == ("", "")


def test_several_processes_share_the_work() -> None:
    """As many as were asked for, and each is gone at the end."""
    pids = {pid for pid in results(*["pid:"] * 8, processes=3) if isinstance(pid, int)}
    assert len(pids) == 3
    assert all(map(is_gone, pids))


def test_whoever_stops_early_leaves_no_process_behind() -> None:
    """Not one that works on something endless either."""
    with closing(guarded(JOB, ["pid:", "hang:"], MANY, 1)) as stream:
        pid = next(stream)
    assert isinstance(pid, int)
    assert is_gone(pid)


_RUN = """
import os
import signal
from contextlib import closing
from tests.files.bad_work import JOB
from toolkit.files.guard_pool import guarded
from toolkit.files.guard_process import Limits
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where tests run unattended
with closing(guarded(JOB, ["pid:", "{deed}:"], Limits(), 1)) as stream:
    print(next(stream), flush=True)
    {then}
"""


@pytest.mark.parametrize("whole_group", [True, False])
def test_ctrl_c_ends_all_at_once(whole_group: bool) -> None:
    """On a terminal the processes get it too; they say nothing of it."""
    code = _RUN.format(deed="hang", then="next(stream)")
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    ) as run:
        assert run.stdout is not None
        pid = int(run.stdout.readline())
        (os.killpg if whole_group else os.kill)(run.pid, signal.SIGINT)
        _, errors = run.communicate(timeout=MOST_SECONDS)
    assert errors.count("Traceback") == 1
    assert errors.rstrip().endswith("KeyboardInterrupt")
    assert is_gone(pid)


def test_processes_do_not_outlive_a_program_that_is_killed() -> None:
    """Nobody ends them then, so they end themselves when nobody asks or listens any more."""
    code = _RUN.format(deed="good", then="os._exit(9)")
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True)
    assert wait_until_ended(int(run.stdout))
    assert run.stderr == ""
