"""What `trace` finds, as the objects of the JSON contract."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from toolkit.cli.as_json import Json, absolute, iso

if TYPE_CHECKING:
    from toolkit.app.figure_trace import Place, TracedDocument, TracedFigure
    from toolkit.app.query import Traced
    from toolkit.model.ledger import Source


def traced(period: str, code: str, values: tuple[Traced, ...]) -> Json:
    """Result of `trace`; `columns` holds every column when none was asked for."""
    columns: list[Json] = [
        {
            "column": value.column.title,
            "value": value.value,
            "sources": [_place(s) for s in value.sources],
        }
        for value in values
    ]
    only: Json = columns[0] if len(columns) == 1 else {"column": None, "value": None, "sources": []}
    return {"period": period, "code": code, **only, "columns": columns}


def traced_figures(period: str, code: str | None, documents: Sequence[TracedDocument]) -> Json:
    """Result of `trace --bulletin`."""
    return {
        "period": period,
        "code": code,
        "documents": [
            {
                "kind": document.kind,
                "unit": document.unit,
                "path": absolute(document.path),
                "figures": [_figure(figure) for figure in document.figures],
            }
            for document in documents
        ],
    }


def _figure(figure: TracedFigure) -> Json:
    return {
        "sentence": figure.sentence,
        "number": figure.number,
        "how": figure.how,
        "issued": figure.issued,
        "items": [
            {
                "code": item.code,
                "name": item.name,
                "sources": [_place(place) for place in item.places],
            }
            for item in figure.items
        ],
        "units": [
            {
                "unit": unit.unit,
                "file": unit.file,
                "received_at": iso(unit.received_at),
            }
            for unit in figure.units
        ],
    }


def _place(place: Source | Place) -> Json:
    return {
        "unit": place.unit,
        "file": place.file,
        "sheet": place.sheet,
        "cell": place.cell,
        "sha256": place.sha256,
        "received_at": iso(place.received_at),
        "value": place.value,
    }
