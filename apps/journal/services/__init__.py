"""What writes to journals."""
