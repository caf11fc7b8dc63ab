"""How fast a month's merge is, beside what a script of one's own would take.

`python -m benchmarks --returns 1000 --rounds 5`; see README.md for what is measured.
"""
