"""The register: the coordinator's keys and trust list, the campaigns, and the institutions with theirs."""
