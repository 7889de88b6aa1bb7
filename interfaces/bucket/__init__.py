"""The bucket: an S3-compatible store, such as Supabase Storage, for what everybody may see."""
