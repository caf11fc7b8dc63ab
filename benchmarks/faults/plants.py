"""All plants, by family; a new rule's plant is a function there and a name in its PLANTS."""

from benchmarks.faults import (
    plants_arithmetic,
    plants_figures,
    plants_file,
    plants_form,
    plants_list,
    plants_problems,
    plants_status,
)
from benchmarks.faults import plants_texts as texts
from benchmarks.faults import plants_value as value
from benchmarks.faults import plants_words as words
from benchmarks.faults.plant import Plant

PLANTS: tuple[Plant, ...] = (
    *plants_file.PLANTS,
    *plants_form.PLANTS,
    *value.PLANTS,
    *words.PLANTS,
    *texts.PLANTS,
    *plants_figures.PLANTS,
    *plants_arithmetic.PLANTS,
    *plants_status.PLANTS,
    *plants_problems.PLANTS,
    *plants_list.PLANTS,
)
