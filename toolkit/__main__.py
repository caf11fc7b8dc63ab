"""`python -m toolkit` is `minsheng`."""

from toolkit.cli import run

if __name__ == "__main__":
    run()
