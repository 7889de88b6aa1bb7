"""The sandbox: Meta and Safaricom over their real wire formats, and the phones of a demo's people."""
