"""Spreadsheets: CSV and XLSX as people's programs write them, and as ours does."""
