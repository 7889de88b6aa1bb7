"""The dashboard's API: what owners and auditors see of their own boutique, over HTTP."""
