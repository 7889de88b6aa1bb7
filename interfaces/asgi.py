"""The API process: webhooks, the dashboard's API, and in the sandbox the phones; all at one address."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psycopg
from fastapi import APIRouter, Depends, FastAPI
from starlette.middleware.gzip import GZipMiddleware

from application.offering import Offering
from interfaces.airtel.callback import airtel_callbacks
from interfaces.books import Books
from interfaces.callbacks import CallbackIngress
from interfaces.cataloguing import Cataloguing
from interfaces.chat_desk import ShopChatDesk
from interfaces.collector import keep_what_is_loaded
from interfaces.composition import House, house
from interfaces.connections.desk import ConnectionDesk
from interfaces.connections.signup import NumberSignup
from interfaces.connections.trial import PromptedTrial
from interfaces.customer_desk import ShopCustomerDesk
from interfaces.desk import ShopDesk
from interfaces.http.billing import Billing
from interfaces.http.body_limit import BodyLimit
from interfaces.http.dashboard import dashboard_router
from interfaces.http.deps import DashboardDeps
from interfaces.http.health import (
    database_answers,
    disk_has_room,
    health_router,
    migrations_applied,
    nothing_set_aside,
    spool_has_room,
)
from interfaces.http.platform import platform_router
from interfaces.http.platform_deps import PlatformDeps
from interfaces.http.problems import answer_problems
from interfaces.http.safe_headers import SafeHeaders
from interfaces.imports.desk import Imports
from interfaces.imports.lists import PostgresLists
from interfaces.ingress.callbacks import PostgresCallbackIngress, SpooledCallbacks
from interfaces.ingress.delivery import Ingress
from interfaces.ingress.draining import Drain
from interfaces.ingress.messages import IngressSettings, PostgresIngress
from interfaces.ingress.readings import READERS
from interfaces.ingress.spooled_messages import SPOOLED, SpooledMessages
from interfaces.late_writing import ShopLateWriting
from interfaces.money_desk import MoneyDesk
from interfaces.mpesa.arrivals import mpesa_arrivals
from interfaces.mpesa.callback import mpesa_callbacks
from interfaces.mpesa.callers import only_from
from interfaces.mpesa.results import mpesa_results
from interfaces.notebook_desk import ShopNotebookDesk
from interfaces.office import ShopOffice
from interfaces.pages import serve_pages
from interfaces.paystack.webhook import paystack_webhook
from interfaces.platform.books import PostgresBooks
from interfaces.platform.heartbeat import Heartbeat
from interfaces.playground import Playground, playground, sandbox_settings
from interfaces.postgres.chain import whole_log
from interfaces.postgres.database import StoreUnavailable
from interfaces.postgres.migrate import level, newest
from interfaces.sandbox.sandbox import Sandbox
from interfaces.sandbox.town import Town
from interfaces.settings import Settings
from interfaces.whatsapp.own_apps import OwnApps
from interfaces.whatsapp.webhook import WebhookSettings, whatsapp_webhook


def application(settings: Settings | None = None) -> FastAPI:
    """The application of one installation, from the environment unless settings are given."""
    home = house(settings or Settings())
    served = serve(home, playground(home, sandbox_settings(home)) if home.settings.sandbox else None)
    keep_what_is_loaded()
    return served


def serve(home: House, played: Playground | None) -> FastAPI:
    """The application over this house; with a playground, its phones stand at the same address."""

    messages = PostgresIngress(home.database, _pace(home), home.clock)
    spooled = SpooledMessages(messages, home.spool)
    callbacks = SpooledCallbacks(PostgresCallbackIngress(home.database), home.spool, home.secret("callbacks"))
    replays = {**dict.fromkeys(READERS, callbacks.replay), SPOOLED: spooled.replay}
    drain, heartbeat = Drain(home.spool, replays), Heartbeat(home.database, home.clock, "api")

    @asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        if played:
            played.sandbox.start()
        drain.start()
        heartbeat.start()
        yield
        heartbeat.stop()
        drain.stop()
        if played:
            played.sandbox.stop()
        home.close()

    app = FastAPI(title="Dukani", version="1", lifespan=living, docs_url=None, redoc_url=None)
    answer_problems(app)
    app.add_middleware(BodyLimit)
    app.add_middleware(GZipMiddleware, minimum_size=1_000, compresslevel=5)
    app.add_middleware(SafeHeaders, https=_url(home).startswith("https://"))
    watched = home.tracing.ingress
    _webhooks(app, home, watched(messages), played.sandbox if played else None)
    for router in home.twilio.routers(watched(spooled)):
        app.include_router(router)
    _callbacks(app, home, callbacks)
    app.include_router(dashboard_router(_dashboard(home, played.sandbox.town if played else None)))
    app.include_router(platform_router(_platform(home)))
    app.include_router(_health(home))
    if played:
        for router in (*played.sandbox.routers, played.router):
            app.include_router(router)
    serve_pages(app, phones=bool(played))
    return app


def _pace(home: House) -> IngressSettings:
    quiet = home.settings.quiet_seconds
    return IngressSettings(
        lane_secret=home.secret("lanes"), quiet_after_words=quiet, quiet_after_photo=quiet * 5 / 3
    )


def _webhooks(app: FastAPI, home: House, messages: Ingress, sandbox: Sandbox | None) -> None:
    settings = home.settings
    secrets = tuple(each.get_secret_value().encode() for each in settings.whatsapp_app_secrets)
    if sandbox and settings.plays_whatsapp:
        secrets = (sandbox.settings.app_secret,)
    signed = WebhookSettings(secrets, settings.whatsapp_verify_token.get_secret_value())
    away = (StoreUnavailable, psycopg.OperationalError, psycopg.InterfaceError)
    own = OwnApps(home.meta.boutique_of, home.boutique_credentials, away)
    app.include_router(whatsapp_webhook(messages, signed, own))


def _callbacks(app: FastAPI, home: House, ingress: CallbackIngress) -> None:
    """Where the money's neighbours call back; PayLink's calls are Safaricom's own."""
    secret, tills = home.secret("callbacks"), home.other_tills
    callers = [Depends(only_from(home.settings.daraja_callers))]
    for router in (mpesa_callbacks, mpesa_results, mpesa_arrivals):
        app.include_router(router(ingress, secret), dependencies=callers)
    app.include_router(airtel_callbacks(ingress, secret, tills.airtel_keys))
    app.include_router(paystack_webhook(ingress, secret, tills.paystack_key))


def _dashboard(home: House, town: Town | None) -> DashboardDeps:
    books = Books(home.settings, home.database)
    return DashboardDeps(
        door=home.database.as_boutique,
        threshold=home.database.as_ingress,
        log=home.log,
        vault=home.vault,
        pictures=home.pictures,
        clock=home.clock,
        sales=home.sales,
        desk=ShopDesk(home.shop),
        notebook=ShopNotebookDesk(home.shop),
        late=ShopLateWriting(home.shop, home.messenger, home.messenger),
        chats=ShopChatDesk(home.shop, home.pictures, Offering(home.shop, home.shelf)),
        money=MoneyDesk(home.shop),
        customers=ShopCustomerDesk(home.shop, home.forgetting, whole_log(home.database)),
        doorkeeper=home.doors.doorkeeper,
        token_door=home.doors.token_door,
        password_post=home.doors.password_post,
        staff=home.doors.staff,
        passkeys=home.doors.passkeys,
        passkey_door=home.doors.passkey_door,
        alerts=home.alerting,
        cataloguing=Cataloguing(home.shop, home.pictures, home.eye),
        imports=Imports(PostgresLists(home.database), home.pictures, home.clock),
        exports=home.exports,
        office=ShopOffice(home.shop, home.log, home.rehearsal),
        connecting=ConnectionDesk(home.connections, home.shop, town),
        signing_up=NumberSignup(home.meta.signup, home.secret("number-signup")),
        till_trial=PromptedTrial(home.connections, home.shop, home.money, home.token_of),
        billing=Billing(books.offered, books.paybill),
        origins=_origins(home),
        https=_is_https(home),
    )


def _url(home: House) -> str:
    """Where people find this installation."""
    return home.settings.public_url or home.settings.own_url


def _platform(home: House) -> PlatformDeps:
    books = PostgresBooks(home.database)
    operators, where = home.doors.operators, (_origins(home), _is_https(home))
    return PlatformDeps(operators, books, home.sales, home.clock, *where)


def _origins(home: House) -> frozenset[str]:
    """The addresses at which our own pages stand."""
    settings = home.settings
    return frozenset({_url(home), settings.own_url, f"http://localhost:{settings.port}"})


def _is_https(home: House) -> bool:
    return _url(home).startswith("https://")


def _health(home: House) -> APIRouter:
    return health_router(
        [
            database_answers(home.database.as_follower),
            migrations_applied(home.database.as_follower, level, newest()),
            disk_has_room(home.settings.data_dir),
            spool_has_room(home.spool.backlog),
            nothing_set_aside(home.quarantine.causes),
        ]
    )
