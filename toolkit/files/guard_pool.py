"""Several guarded processes that share a row of requests, and what becomes of those that die."""

from collections import deque
from collections.abc import Generator, Sequence
from dataclasses import dataclass

from toolkit.files.guard_process import Fate, GuardedProcess, Job, Limits
from toolkit.files.guard_worker import REQUEST

_ROOM = 4096
"""Bytes of requests that wait with a process.

Every system's pipes hold as many, so that sending never blocks. More than one request waits, so
that a process has the next at once.
"""


@dataclass(frozen=True, slots=True)
class _Request:
    content: bytes
    again: bool = False

    @property
    def size(self) -> int:
        """Bytes that it takes in a pipe."""
        return REQUEST.size + len(self.content)


def guarded(job: Job, requests: Sequence[str], limits: Limits, processes: int) -> Generator[object]:
    """Do a job on every request, each in a process that it may kill; yield results in their order.

    A process that dies is replaced. The request that it was on is made once more, for the new one
    may have better luck; only where it dies again, or where the time is up, its result is a `Fate`.
    Requests that waited with it lose nothing.

    Close the generator where its end is not reached: that ends the processes.

    Args:
        processes: How many share the work; they start when they are needed.
    """
    slots = [_Slot(job, limits) for _ in range(processes)]
    waiting = deque(_Request(text.encode("utf-8", "surrogatepass")) for text in requests)
    turns: deque[_Slot] = deque()
    try:
        while waiting or turns:
            while waiting and (slot := min(slots, key=_Slot.load)).has_room(waiting[0]):
                slot.give(waiting.popleft())
                turns.append(slot)
            yield turns.popleft().take()
    finally:
        for slot in slots:
            slot.end()


class _Slot:
    """The place of one process, and the requests that it has been given."""

    def __init__(self, job: Job, limits: Limits) -> None:
        self._job = job
        self._limits = limits
        self._given: deque[_Request] = deque()
        self._load = 0
        self._process: GuardedProcess | None = None

    def load(self) -> int:
        """Return how many bytes of requests wait here."""
        return self._load

    def has_room(self, request: _Request) -> bool:
        """Tell whether a request may wait here; one alone always may, for it is read at once."""
        return not self._given or self._load + request.size <= _ROOM

    def give(self, request: _Request) -> None:
        """Send a request to the process."""
        self._given.append(request)
        self._load += request.size
        self._running().ask(request.content)

    def take(self) -> object | Fate:
        """Return the result of the earliest request."""
        while True:
            result = self._running().answer()
            request = self._given.popleft()
            is_last = not isinstance(result, Fate) or result is Fate.SLOW or request.again
            if is_last:
                self._load -= request.size
            else:
                self._given.appendleft(_Request(request.content, again=True))
            if isinstance(result, Fate):
                self._start_anew()
            if is_last:
                return result

    def end(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.end()
            self._process = None

    def _start_anew(self) -> None:
        """Replace the process, and give the new one what the other has left."""
        self.end()
        for request in self._given:
            self._running().ask(request.content)

    def _running(self) -> GuardedProcess:
        if self._process is None:
            self._process = GuardedProcess(self._job, self._limits)
        return self._process
