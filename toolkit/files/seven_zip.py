"""Where py7zr writes what it unpacks: into a box, and nowhere on the disk by itself.

A module of its own because its classes are py7zr's; it is imported only where py7zr is installed.
"""

from py7zr.io import Py7zIO, WriterFactory

from toolkit.files.box import BombError, Box, RefusedError, Sink


class Sinks(WriterFactory):
    """Gives py7zr a place for each member; they are filed when all came out sound."""

    def __init__(self, box: Box) -> None:
        self._box = box
        self._places: list[tuple[str, _Place]] = []

    def create(self, filename: str) -> Py7zIO:
        """Return the place for a member, as py7zr asks for it."""
        place = _Place(self._box.sink())
        self._places.append((filename, place))
        return place

    def file(self) -> None:
        """Take all members; those that were too large are noted."""
        for name, place in self._places:
            if place.refusal:
                self._box.refuse(name, place.refusal)
            else:
                self._box.filed(name, place.sink)

    def drop(self) -> None:
        """Remove whatever was written."""
        for _, place in self._places:
            place.sink.drop()


class _Place(Py7zIO):
    """One member. After a refusal the rest is let through, to get at the members that follow."""

    def __init__(self, sink: Sink) -> None:
        self.sink = sink
        self.refusal = ""

    def write(self, s: bytes | bytearray) -> int:
        if not self.refusal:
            try:
                self.sink.write(bytes(s))
            except BombError:
                raise
            except RefusedError as error:
                self.refusal = error.reason
                self.sink.drop()
        return len(s)

    def close(self) -> None:
        self.sink.close()

    def read(self, size: int | None = None) -> bytes:
        raise NotImplementedError(size)

    def seek(self, offset: int, whence: int = 0) -> int:
        """Do nothing: py7zr goes to the start of what it wrote, which nobody reads here."""
        return offset + whence

    def flush(self) -> None:
        """Do nothing: closing writes what is left."""

    def size(self) -> int:
        return 0
