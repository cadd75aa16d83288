"""Figures: poses drawn as SVG."""

from django.apps import AppConfig


class FiguresConfig(AppConfig):
    """Draws figures from poses."""

    name = "apps.figures"
    label = "figures"
