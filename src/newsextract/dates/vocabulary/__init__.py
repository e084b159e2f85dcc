"""The words of dates by language: tables of words, and the lexicon that is compiled of them."""
