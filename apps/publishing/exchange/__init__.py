"""Working copies as JSON, for translators and for many changes at once: out, and back in after a dry run."""
