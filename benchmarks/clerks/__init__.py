"""How much of what a careful colleague would say the rules say, on returns that others wrote.

The returns in `returns/` were written, and their faults labelled, by writers who knew the lists and
the forms but not the rules: each item over three periods, about two thirds without fault. Which
rules may tell a label was said by somebody who read the catalogue and did not run it. The rules were
built with those of 练习 at hand; those of 考核 were opened for nothing but measuring.

- 说到: a rule whose code the label names spoke of the entry, as 须改正 or 请核对.
- 漏报: none of them did.
- 误报: a rule spoke of an entry, as 须改正 or 请核对, and neither a label nor `also` names it.
"""
