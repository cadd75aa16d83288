"""Backup and restore: one archive with the database, the media and a manifest with checksums."""
