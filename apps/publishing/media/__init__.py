"""Pictures: uploaded by editors, re-encoded, named for their bytes, and shown by Markdown."""
