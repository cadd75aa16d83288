"""What apps are told when a backup has been put back."""

from django.dispatch import Signal

restored = Signal()
"""Sent with `using`, the alias of a database that was restored and is up to date: mark what must not repeat."""
