"""The evaluation: the unit, its participants and what each of them answers alone."""
