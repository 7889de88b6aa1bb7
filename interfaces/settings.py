"""Settings: what an operator chooses, from the environment or a file; each name begins with DUKANI_.

Secrets are never shown: they are `SecretStr`, or stand in the data directory's own file.
"""

from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from interfaces.plans import USUAL, Plan


class Settings(BaseSettings):
    """What this installation is.

    Shape: without `database_url` the embedded PostgreSQL under `data_dir` serves; `public_url` is where the
    world, and so WhatsApp and M-Pesa, reach us. `sandbox` replaces all neighbours by phones in the browser.
    Raises: ValidationError with one sentence for each thing that is missing or does not fit.
    """

    model_config = SettingsConfigDict(env_prefix="DUKANI_", env_file=None, extra="ignore")

    data_dir: Path = Field(default_factory=lambda: user_data_path("dukani"))
    database_url: SecretStr | None = None
    pooler_url: SecretStr | None = None
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65_535)
    public_url: str = ""
    sandbox: bool = False
    workers: int = Field(default=4, ge=1, le=64)
    quiet_seconds: float = Field(default=1.5, ge=0, le=10)
    pay_within_minutes: int = Field(default=30, ge=5, le=240)

    whatsapp_app_secrets: tuple[SecretStr, ...] = ()
    whatsapp_verify_token: SecretStr = SecretStr("")
    whatsapp_token: SecretStr = SecretStr("")
    whatsapp_app_id: str = ""
    whatsapp_signup_config: str = ""
    whatsapp_api: str = "https://graph.facebook.com"
    whatsapp_version: str = Field(default="v25.0", pattern=r"^v\d+\.\d+$")
    twilio_account_sid: str = ""
    twilio_auth_tokens: tuple[SecretStr, ...] = ()
    twilio_contents: dict[str, str] = Field(default_factory=dict)
    twilio_api: str = "https://api.twilio.com"
    twilio_messaging: str = "https://messaging.twilio.com"
    twilio_content: str = "https://content.twilio.com"
    gemini_key: SecretStr = SecretStr("")
    gemini_api: str = "https://generativelanguage.googleapis.com"
    gemini_api_version: str = Field(default="v1beta", pattern=r"^v[a-z0-9]+$")
    gemini_model: str = "gemini-3.5-flash-lite"
    gemini_embedding_model: str = Field(default="gemini-embedding-2", pattern=r"^[a-z0-9.-]+$")
    gemini_embedding_dimensions: int = Field(default=768, ge=128, le=3072)
    claude_key: SecretStr = SecretStr("")
    claude_api: str = "https://api.anthropic.com"
    claude_model: str = "claude-haiku-5-5"
    daraja_api: str = "https://api.safaricom.co.ke"
    daraja_consumer_key: SecretStr = SecretStr("")
    daraja_consumer_secret: SecretStr = SecretStr("")
    daraja_passkey: SecretStr = SecretStr("")
    daraja_callers: tuple[IPv4Network | IPv6Network, ...] = ()
    airtel_api: str = "https://openapi.airtelkenya.com"
    sentry_dsn: SecretStr = SecretStr("")
    otlp_endpoint: str = ""
    otlp_headers: dict[str, SecretStr] = Field(default_factory=dict)
    langfuse_url: str = "https://cloud.langfuse.com"
    langfuse_public_key: str = ""
    langfuse_secret_key: SecretStr = SecretStr("")
    mail_server: str = Field(default="", pattern=r"^([A-Za-z0-9.-]+(:\d{1,5})?)?$")
    mail_from: str = Field(default="", pattern=r"^([^@\s]+@[^@\s]+)?$")
    mail_user: str = ""
    mail_password: SecretStr = SecretStr("")
    auth_issuer: str = ""
    auth_audience: str = "authenticated"
    bucket: str = ""
    bucket_endpoint: str = ""
    bucket_region: str = "us-east-1"
    bucket_key: str = ""
    bucket_secret: SecretStr = SecretStr("")
    paystack_api: str = "https://api.paystack.co"
    paystack_secret_key: SecretStr = SecretStr("")
    paystack_page_hosts: tuple[str, ...] = ("checkout.paystack.com",)
    paylink_hosts: tuple[str, ...] = ()
    plans: tuple[Plan, ...] = USUAL
    seller: str = "Dukani"
    seller_pin: str = Field(default="", pattern=r"^([A-Z]\d{9}[A-Z])?$")
    seller_place: str = ""
    paybill: str = Field(default="", pattern=r"^(\d{5,7})?$")

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.sandbox and self.public_url:
            raise ValueError(
                "DUKANI_SANDBOX plays customers and money for anyone who can open the page, so it is not "
                "served at a public address; unset DUKANI_SANDBOX or DUKANI_PUBLIC_URL."
            )
        if self.pooler_url and not self.database_url:
            raise ValueError(
                "Lanes and migrations need sessions, which no transaction pooler keeps; beside "
                "DUKANI_POOLER_URL set DUKANI_DATABASE_URL to the same database's own address."
            )
        if self.mail_server and not self.mail_from:
            raise ValueError(
                "Letters come from somebody; beside DUKANI_MAIL_SERVER set DUKANI_MAIL_FROM to their sender."
            )
        if not self.sandbox and not self.public_url.startswith("https://"):
            raise ValueError(
                "WhatsApp and M-Pesa call back over HTTPS; set DUKANI_PUBLIC_URL to this installation's "
                "https address, or DUKANI_SANDBOX=1 to play with the built-in phones."
            )
        return self

    @property
    def own_url(self) -> str:
        """Where this process answers on its own machine."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def called_at(self) -> str:
        """Where neighbours call this installation."""
        return self.own_url if self.sandbox else self.public_url

    @property
    def plays_whatsapp(self) -> bool:
        """Whether the sandbox is WhatsApp too: it is, unless a Cloud API stands on this very machine."""
        return self.sandbox and urlsplit(self.whatsapp_api).hostname != "127.0.0.1"
