"""The answers and the numbers for other programs."""
