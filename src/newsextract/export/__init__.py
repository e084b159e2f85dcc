"""Articles in other forms. Each form is a module; `newsextract` hands out their functions."""
