"""The routes of the dashboard, one module for each capability."""
