"""`python -m toolkit` is `minsheng`."""

from toolkit.cli import main

if __name__ == "__main__":
    main()
