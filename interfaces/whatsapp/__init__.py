"""WhatsApp: what Meta's Cloud API sends us, and how we speak to it."""
