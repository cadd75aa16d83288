"""The views of the guides app, a module a feature."""
