"""Measures the budgets of the design."""
