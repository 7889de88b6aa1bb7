"""The doctor: one line about each neighbour, what works and what to do."""

import shutil
from collections.abc import Iterator, Mapping

from domain.boutique.boutique import Boutique
from domain.channel import Channel
from domain.identity import BoutiqueId
from interfaces.accounts import outside_tokens
from interfaces.airtel import check as airtel
from interfaces.brains import brain_settings
from interfaces.bucket import bucket
from interfaces.claude import check as claude
from interfaces.composition import House
from interfaces.connections import settling
from interfaces.findings import Check, Finding, Verdict, broken, carried_out, off, works
from interfaces.gemini import check as gemini
from interfaces.ingress import check as quarantine
from interfaces.mail import check as mail
from interfaces.mail.mail import MailServer
from interfaces.mpesa import check as mpesa
from interfaces.mpesa.access import Credentials
from interfaces.mpesa.credentials import MpesaCredentials
from interfaces.paylink import check as paylink
from interfaces.paylink.credentials import PayLinkCredentials
from interfaces.paylink.reach import Reach
from interfaces.paystack import check as paystack
from interfaces.postgres import check as postgres
from interfaces.sentry import check as sentry
from interfaces.tracing import check as traces
from interfaces.tracing.collectors import collectors_of
from interfaces.twilio import check as twilio
from interfaces.whatsapp import check as whatsapp

LEAST_DISK = 500 * 1024 * 1024


def checks(home: House) -> Mapping[str, Check]:
    """Every neighbour's check by its name, in the order in which they are told."""
    own: dict[str, Check] = {
        "database": lambda: postgres.check(home.database),
        "pooler": lambda: postgres.check_pooler(home.database, named=bool(home.settings.pooler_url)),
        "disk": lambda: _disk(home),
        "spool": lambda: _spool(home),
        "quarantine": lambda: quarantine.check(home.quarantine, home.clock.now()),
        "tills": lambda: settling.check(home.shop, boutiques_of(home)),
        "public address": lambda: _address(home),
        "bucket": lambda: bucket.check(bucket.settings_of(home.settings) if home.settings.bucket else None),
        "sentry": lambda: sentry.check(home.settings.sentry_dsn.get_secret_value()),
        "traces": lambda: traces.check(collectors_of(home.settings)),
        "mail": lambda: mail.check(MailServer.of(home.settings)),
        "sign-in tokens": lambda: outside_tokens.check(outside_tokens.issuer_of(home.settings)),
    }
    return own if home.settings.sandbox else own | _outside(home)


def _outside(home: House) -> dict[str, Check]:
    """Those whom the sandbox plays."""
    settings = home.settings
    brains = brain_settings(settings)
    paystack_key = settings.paystack_secret_key.get_secret_value()
    return {
        "whatsapp": lambda: whatsapp.check(
            home.meta.where, home.meta.access, _accounts(home, Channel.CLOUD_API)
        ),
        "twilio": lambda: twilio.check(
            settings.twilio_api, home.twilio.accounts, _accounts(home, Channel.TWILIO)
        ),
        "gemini": lambda: gemini.check(brains.gemini, settings.gemini_key.get_secret_value()),
        "claude": lambda: claude.check(brains.claude, settings.claude_key.get_secret_value()),
        "mpesa": lambda: mpesa.check(settings.daraja_api, home.mpesa.shared, _own_at_safaricom(home)),
        "airtel": lambda: airtel.check(settings.airtel_api, home.other_tills.airtel_apps(boutiques_of(home))),
        "paylink": lambda: paylink.check(_paylink_servers(home), Reach(settings.paylink_hosts)),
        "paystack": lambda: paystack.check(settings.paystack_api, paystack_key),
    }


def examine(known: Mapping[str, Check]) -> Iterator[Finding]:
    """The findings, one after another as they are made."""
    for name, check in known.items():
        yield carried_out(name, check)


def is_well(findings: list[Finding]) -> bool:
    """Whether nothing that is configured is broken."""
    return all(found.verdict is not Verdict.BROKEN for found in findings)


def _disk(home: House) -> Finding:
    free = shutil.disk_usage(home.settings.data_dir).free
    told = f"{free // 1_048_576} MB free"
    if free < LEAST_DISK:
        return broken("disk", told, f"make room under {home.settings.data_dir}")
    return works("disk", told)


def _spool(home: House) -> Finding:
    waits = home.spool.backlog()
    if waits.aside:
        return broken("spool", f"{waits.aside} set aside", "look at spool/aside.log in the data directory")
    if waits.items:
        return broken("spool", f"{waits.items} wait for the database", "see that database and API run")
    return works("spool", "empty")


def _address(home: House) -> Finding:
    if home.settings.sandbox:
        return off("public address", "the sandbox needs none; set DUKANI_PUBLIC_URL to open a real shop")
    return works("public address", home.settings.public_url)


def _accounts(home: House, channel: Channel) -> tuple[str, ...]:
    """The numbers of all boutiques on a channel: an operator's question, asked of each boutique."""
    found: list[str] = []
    for boutique in boutiques_of(home):
        with home.database.as_boutique(boutique) as conn:
            rows = conn.execute(
                "SELECT account FROM dukani.boutique_accounts WHERE boutique_id = %s AND channel = %s",
                (boutique, channel),
            ).fetchall()
        found += [account for (account,) in rows]
    return tuple(sorted(found))


def boutiques_of(home: House) -> tuple[BoutiqueId, ...]:
    """Every boutique of the installation: an operator's question."""
    with home.database.as_follower() as conn:
        rows = conn.execute("SELECT boutique_id FROM dukani.log_heads").fetchall()
    return tuple(BoutiqueId(row[0]) for row in rows)


def _own_at_safaricom(home: House) -> tuple[Credentials, ...]:
    """The apps that boutiques have of their own for their paybills and tills."""
    found: list[Credentials] = []
    for boutique in boutiques_of(home):
        payees = home.shop.open(boutique, boutique).get(Boutique, boutique).payees
        numbers = (payee.shortcode for payee in payees if payee.provider == mpesa.NAME)
        known = (home.boutique_credentials.read(boutique, each, MpesaCredentials) for each in numbers)
        found += [credentials.app for credentials in known if credentials]
    return tuple(found)


def _paylink_servers(home: House) -> tuple[str, ...]:
    found: set[str] = set()
    for boutique in boutiques_of(home):
        payees = home.shop.open(boutique, boutique).get(Boutique, boutique).payees
        numbers = (payee.shortcode for payee in payees if payee.provider == paylink.NAME)
        known = (home.boutique_credentials.read(boutique, each, PayLinkCredentials) for each in numbers)
        found |= {credentials.address for credentials in known if credentials}
    return tuple(sorted(found))
