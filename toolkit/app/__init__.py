"""The use cases: each composes stages, files and ledger; nothing else does."""
