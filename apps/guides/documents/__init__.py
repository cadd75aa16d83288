"""The documents of the guides app, a module a feature: safety, reading."""
