"""What the program does, without saying how it looks or where things are kept."""
