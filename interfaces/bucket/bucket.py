"""The catalogue's pictures in a bucket, by boto3. Customers' pictures never come here: they stay sealed."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from pydantic import SecretStr

from application.ports import NeighbourFailed
from domain.identity import BoutiqueId
from interfaces.findings import Finding, off, refused, works
from interfaces.settings import Settings

if TYPE_CHECKING:
    from types_boto3_s3 import S3Client

NAME: Final = "bucket"
_MISSING: Final = {"NoSuchKey", "404", "NotFound"}
_PASSING: Final = {"SlowDown", "InternalError", "ServiceUnavailable", "RequestTimeout", "500", "503"}


@dataclass(frozen=True, slots=True)
class BucketSettings:
    """Where the bucket is. Shape: `endpoint` is empty for Amazon itself. Units: seconds."""

    bucket: str
    key: str
    secret: SecretStr
    endpoint: str = ""
    region: str = "us-east-1"
    timeout: float = 10.0


def settings_of(told: Settings) -> BucketSettings:
    """The bucket that was chosen."""
    return BucketSettings(
        told.bucket, told.bucket_key, told.bucket_secret, told.bucket_endpoint, told.bucket_region
    )


class Bucket:
    """An OpenShelf in a bucket, under a prefix for each boutique."""

    def __init__(self, settings: BucketSettings) -> None:
        self._settings = settings

    def put(self, boutique: BoutiqueId, name: str, picture: bytes) -> None:
        """Keep it; S3 shows an object whole or not at all. Raises: NeighbourFailed."""
        try:
            self._s3.put_object(Bucket=self._settings.bucket, Key=_key(boutique, name), Body=picture)
        except (ClientError, BotoCoreError) as failed:
            raise _failure(failed) from failed

    def get(self, boutique: BoutiqueId, name: str) -> bytes | None:
        """The bytes; None where there is none. Raises: NeighbourFailed."""
        try:
            found = self._s3.get_object(Bucket=self._settings.bucket, Key=_key(boutique, name))
            return found["Body"].read()
        except ClientError as failed:
            if failed.response["Error"].get("Code") in _MISSING:
                return None
            raise _failure(failed) from failed
        except BotoCoreError as failed:
            raise _failure(failed) from failed

    def look(self) -> None:
        """Whether the bucket is there and ours. Raises: NeighbourFailed."""
        try:
            self._s3.head_bucket(Bucket=self._settings.bucket)
        except (ClientError, BotoCoreError) as failed:
            raise _failure(failed) from failed

    @cached_property
    def _s3(self) -> "S3Client":
        settings, patience = self._settings, self._settings.timeout
        return boto3.client(
            "s3",
            endpoint_url=settings.endpoint or None,
            region_name=settings.region,
            aws_access_key_id=settings.key,
            aws_secret_access_key=settings.secret.get_secret_value(),
            config=Config(
                connect_timeout=patience,
                read_timeout=patience,
                retries={"max_attempts": 3, "mode": "standard"},
                s3={"addressing_style": "path"},
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
            ),
        )


def check(settings: BucketSettings | None) -> Finding:
    """Whether the bucket is there and ours."""
    if settings is None:
        return off(NAME, "pictures lie in the data directory; set DUKANI_BUCKET to keep them in a bucket")
    try:
        Bucket(settings).look()
    except NeighbourFailed as failed:
        return refused(NAME, failed, "compare DUKANI_BUCKET, …_ENDPOINT, …_REGION, …_KEY and …_SECRET")
    return works(NAME, settings.bucket)


def _key(boutique: BoutiqueId, name: str) -> str:
    return f"{boutique}/{name[:2]}/{name}"


def _failure(failed: ClientError | BotoCoreError) -> NeighbourFailed:
    if isinstance(failed, BotoCoreError):
        return NeighbourFailed(NAME, "unreachable", type(failed).__name__, retryable=True)
    code = str(failed.response["Error"].get("Code", "unknown"))
    return NeighbourFailed(NAME, code, "the bucket says no", retryable=code in _PASSING)
