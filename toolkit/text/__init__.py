"""Pure reading of Chinese official text."""
