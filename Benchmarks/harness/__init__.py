"""What `bench.py` is made of. Standard library only; see ../README.md."""
