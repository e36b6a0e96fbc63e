"""The plan of action: from areas for improvement to improvement actions that are followed up."""
