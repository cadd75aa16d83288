"""From draft to published: stages, reviews, the log of acts, and what keeps a page from going live."""
