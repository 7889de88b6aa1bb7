"""The boutique's shelf: pieces in stock, found by picture and by words."""
