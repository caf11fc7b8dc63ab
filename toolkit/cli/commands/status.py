"""`minsheng status`: who has reported."""

from pathlib import Path

import click

from toolkit.cli.chinese import ChineseCommand
from toolkit.cli.group import json_option, leave, password_option, print_json, workspace_option


@click.command(cls=ChineseCommand, short_help="各单位的报送情况")
@click.argument("period", metavar="[报告期]", required=False)
@password_option
@workspace_option
@json_option
def status(period: str | None, root: Path, password: str | None, as_json: bool) -> None:
    """各单位何时下发、何时报送、目前状态。不写报告期则为最近一期。"""
    from toolkit import clock
    from toolkit.app.period_end import survey
    from toolkit.app.query import latest_period
    from toolkit.app.workspace import Workspace
    from toolkit.cli import as_json as objects
    from toolkit.cli import render
    from toolkit.model.ledger import UnitState

    workspace = Workspace(root)
    period = period or latest_period(workspace)
    found = survey(workspace, period, clock.now(), password)
    if as_json:
        print_json(objects.status(period, found.states, found.closing))
    else:
        render.status(period, found.states, found.closing)
    leave(any(state.state is not UnitState.ACCEPTED for state in found.states))
