"""The rows of the read models as the dashboard's page shows them."""
