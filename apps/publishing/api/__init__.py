"""The content API: live documents as JSON, for programs. Read only, the same for everybody."""
