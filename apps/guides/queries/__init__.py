"""What the pages of the guides app show, a module a feature."""
