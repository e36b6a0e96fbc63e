"""The pages of improvements, plan of action and follow-up."""
