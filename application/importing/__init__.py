"""A catalogue from a spreadsheet: headings, rows, and what they would change."""
