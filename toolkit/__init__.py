"""minsheng-toolkit: forms out, returns in, one consolidated table and bulletin a month."""
