"""What becomes of damaged returns: every kind of damage times every unit, cell by cell.

`python -m benchmarks.damage [--kinds …] [--units …] [--json] [--no-office]`. Each value that a unit
wrote ends as `right` (the consolidated table says what a person reads in the damaged file), `told`
(it does not, and a finding, a repair or the file's outcome sends a person there) or `silent` (wrong
or lost, and nothing says so). Exit status 1 when any is silent.
"""
