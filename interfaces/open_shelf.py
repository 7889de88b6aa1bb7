"""Where the pictures are kept that everybody may see."""

from interfaces.postgres.pictures import Folder, OpenShelf
from interfaces.settings import Settings


def open_shelf(settings: Settings) -> OpenShelf:
    """The bucket where one is set, else a folder of the data directory. Only a bucket's house loads boto3."""
    if not settings.bucket:
        return Folder(settings.data_dir / "pictures")
    from interfaces.bucket.bucket import Bucket, settings_of

    return Bucket(settings_of(settings))
