"""Planted faults: every kind of fault put into otherwise clean returns of all five programmes.

`python -m benchmarks.faults [--rule CODE]… [--scheme NAME]… [--json]`. Clean returns are generated
for every unit of each built-in scheme, for a month, for the scheme's own periods and for a whole
year. A plant puts one fault into one place of them and says which rule has to tell it. Measured
are the recall of every rule, and what any rule says of returns in which nothing is wrong. Exit
status 1 when a rule finds less than 98 of 100 plants, or clean returns alarm.
"""
