"""What is printed: packing slips and receipts."""
