"""The municipality's own model packages, as the coordinator has handed them in."""
