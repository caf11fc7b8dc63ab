"""Results as the objects of the JSON contract."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toolkit.model.check_up import CheckUp
from toolkit.model.finding import Finding
from toolkit.model.form import form_of
from toolkit.model.ledger import UnitStatus
from toolkit.model.submission import Received

if TYPE_CHECKING:
    from toolkit.app.closing import Closed, Reopened

    # Only names of types: a merge does without what reads notices.
    from toolkit.app.collect import Collected
    from toolkit.app.dispatch import Dispatched
    from toolkit.app.export import Exported
    from toolkit.app.month_end import PeriodResult, Rewritten
    from toolkit.app.outputs import Output
    from toolkit.app.start import Started
    from toolkit.app.year import AdoptedList
    from toolkit.model.closing import Closing

Json = dict[str, Any]


def finding(value: Finding) -> Json:
    """F of the contract."""
    return {
        "code": value.code,
        "name": value.name,
        "severity": value.severity.value,
        "unit": value.unit,
        "item": value.item,
        "file": value.file,
        "sheet": value.sheet,
        "cell": value.cell,
        "message": value.message,
        "suggestion": value.suggestion,
        "trial": value.trial,
    }


def received(value: Received) -> Json:
    """R of the contract."""
    identity = value.identity
    return {
        "source": value.file.source,
        "sha256": value.file.sha256,
        "status": value.status.value,
        "unit": value.unit,
        "form": identity.form if identity else None,
        "period": identity.period if identity else None,
        "identified_by": identity.identified_by if identity else None,
        "repairs": [{"code": r.code, "message": r.message} for r in value.repairs],
        "reason": value.reason,
        "stored": value.file.stored,
        "received_at": iso(value.file.received_at),
    }


def started(value: Started) -> Json:
    """Result of `init`."""
    programme = value.programme
    return {
        "workspace": absolute(value.workspace.root),
        "scheme": programme.scheme.name,
        "items": len(programme.items),
        "units": len(programme.units),
        "targets": len(programme.targets),
        "findings": [finding(f) for f in value.findings],
    }


def adopted(value: AdoptedList, workspace: Path) -> Json:
    """Result of `adopt`."""
    adoption = value.adoption
    return {
        "workspace": absolute(workspace),
        "items": len(adoption.programme.items),
        "units": len(adoption.programme.units),
        "targets": len(adoption.programme.targets),
        "added": list(adoption.added),
        "changed": list(adoption.changed),
        "removed": [item.code for item in adoption.removed],
        "former": absolute(value.former),
        "findings": [finding(f) for f in value.findings],
    }


def dispatched(value: Dispatched) -> Json:
    """Result of `forms`."""
    return {
        "period": value.period.label,
        "form": form_of(value.period.kind).value,
        "files": [
            {
                "unit": form.dispatch.unit,
                "path": absolute(form.path),
                "items": form.items,
                "issue": form.dispatch.issue,
            }
            for form in value.files
        ],
        "findings": [finding(f) for f in value.findings],
    }


def gathered(value: Collected) -> Json:
    """Result of `gather`."""
    return {
        "period": value.month.period.label,
        "files": [received(r) for r in (*value.month.received, *value.repeated)],
        "skipped": [{"path": s.path, "reason": s.reason} for s in value.skipped],
    }


def checked(value: PeriodResult) -> Json:
    """Result of `check`."""
    return {
        "period": value.month.period.label,
        "findings": [finding(f) for f in value.findings],
        "returned": _returned(value),
    }


def merged(value: PeriodResult) -> Json:
    """Result of `merge`."""
    month, counts = value.month, value.counts
    return {
        **gathered(value.collected),
        "findings": [finding(f) for f in value.findings],
        "units": {
            "expected": list(month.expected),
            "received": [unit for unit in month.expected if unit in month.accepted],
            "returned": [each["unit"] for each in _returned(value)],
            "missing": list(month.missing),
        },
        "items": {
            "total": counts.total if counts else 0,
            "reported": counts.reported if counts else 0,
            "by_status": counts.by_status if counts else {},
        },
        "outputs": _outputs(value.outputs),
    }


def rewritten(value: Rewritten) -> Json:
    """Result of `bulletin`."""
    result = value.result
    return {"period": result.month.period.label, "outputs": _outputs(result.outputs)}


def _outputs(written: Iterable[Output]) -> list[Json]:
    return [{"kind": o.kind, "path": absolute(o.path), "unit": o.unit} for o in written]


def _returned(value: PeriodResult) -> list[Json]:
    return [
        {"unit": output.unit, "path": absolute(output.path)}
        for output in value.outputs
        if output.kind == "returned"
    ]


def status(period: str, states: tuple[UnitStatus, ...], closing: Closing | None) -> Json:
    """Result of `status`; `closed` is null for a period that is open."""
    return {
        "period": period,
        "closed": {"number": closing.number, "closed_at": iso(closing.closed_at)}
        if closing
        else None,
        "units": [
            {
                "unit": s.unit,
                "sent_at": iso(s.sent_at),
                "received_at": iso(s.received_at),
                "state": s.state.value,
                "file": s.file,
                "late_days": s.late_days,
                "contact": s.contact or None,
            }
            for s in states
        ],
    }


def exported(value: Exported) -> Json:
    """Result of `export`."""
    return {
        "period": value.period.label,
        "unit": value.unit,
        "outputs": [{"kind": o.kind, "path": absolute(o.path)} for o in value.outputs],
    }


def closed(value: Closed) -> Json:
    """Result of `close`."""
    return {
        **_closing(value.closing),
        "items": value.items,
        "waiting": list(value.waiting),
        "errors": value.errors,
    }


def reopened(value: Reopened) -> Json:
    """Result of `reopen`."""
    return {
        **_closing(value.closing),
        "reopened_at": iso(value.closing.reopened_at),
        "reason": value.closing.reason,
        "changed": [absolute(path) for path in value.changed],
        "lost": list(value.lost),
    }


def _closing(closing: Closing) -> Json:
    return {
        "period": closing.period,
        "number": closing.number,
        "closed_at": iso(closing.closed_at),
        "files": [{"path": path, "sha256": sha256} for path, sha256 in closing.files.items()],
    }


def checked_up(value: CheckUp) -> Json:
    """Result of `doctor`."""
    return {
        "checks": [
            {
                "name": check.name,
                "group": check.group.value,
                "ok": check.ok,
                "found": check.found,
                "effect": check.effect,
                "advice": check.advice,
            }
            for check in value.checks
        ]
    }


def absolute(path: Path) -> str:
    """Return a path that a script can open from wherever it runs."""
    return str(path.resolve())


def iso(value: datetime | None) -> str | None:
    """Return a moment as JSON writes it."""
    return value.isoformat() if value else None
