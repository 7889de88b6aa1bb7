"""Seeding: the demo's boutiques and five months of their past, played through commands."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

from psycopg import Connection
from rich.console import Console
from rich.progress import Progress

from application.commands import AddPhoto, AddVariant, ListProduct
from application.effects import CONVERSATION_EFFECTS, work_for
from application.execute import execute
from application.unit import Unit, Units
from application.work import Work, WorkKind
from domain.boutique.boutique import Boutique as Shop
from domain.boutique.events import DeliveryArea
from domain.calendar import month_of
from domain.fact import Actor, Cause
from domain.identity import BoutiqueId, derive
from domain.language import Language
from domain.money import Money
from domain.product.events import Listing
from domain.product.product import Product
from domain.subscription.subscription import Subscription
from domain.subscription.terms import Terms
from interfaces.composition import House
from interfaces.demo.catalogue import BOUTIQUES, Boutique, Piece, Profile, past_orders
from interfaces.demo.drawing import draw
from interfaces.demo.ids import demo_boutique, product_of, variant_of
from interfaces.demo.past import play_past
from interfaces.demo.visits import VISITS, play_visit
from interfaces.postgres.projector import Projector
from interfaces.read_models import read_models, schedule_work
from interfaces.sandbox.world import PEOPLE, Role
from interfaces.worker import Lanes, stopped
from projections.effects import Effects
from projections.projection import Projection

OPENED_BEFORE = timedelta(days=165)
NOT_OF_THE_PAST = (WorkKind.EMBED_PHOTO, WorkKind.CLOSE_MONTHS)
SHARE = Terms(plan="Share", monthly_fee=Money.zero(), commission_basis_points=300)


def seed(home: House, say: Console) -> None:
    """Fill an installation; one that was cut short goes on where it was, and nothing is done twice."""
    steps = sum(len(demo.pieces) + len(past_orders(demo)) + VISITS for demo in BOUTIQUES)
    with Progress(console=say, transient=True) as progress:
        told = progress.add_task("Filling two boutiques", total=steps + 2)
        for demo in BOUTIQUES:
            for _ in _boutique(home, demo):
                progress.advance(told)
        progress.update(told, description="Looking at the pictures")
        Projector(home.database, seeding_models()).catch_up()
        progress.advance(told)
        Lanes(home, stopped()).drain()
        Projector(home.database, seeding_models()).catch_up()
        progress.advance(told)


def seeding_models() -> tuple[Projection, ...]:
    """The read models, with nothing due of the past but looking at the pictures and closing the months."""

    def still_due(conn: Connection[Any], work: Sequence[Work]) -> None:
        schedule_work(conn, [each for each in work if each.kind in NOT_OF_THE_PAST])

    effects = Effects(work_for, CONVERSATION_EFFECTS, still_due)
    return (effects, *(each for each in read_models() if each.name != effects.name))


def _boutique(home: House, demo: Boutique) -> Iterator[None]:
    boutique = demo_boutique(demo.profile)
    units = Units(home.log, home.vault, home.clock)
    past = past_orders(demo, today=home.clock.now().date())
    sold = Counter(
        (item.sku, item.size) for order in past for item in order.items for _ in range(item.quantity)
    )
    yield from stock_shop(home, demo, sold)
    for number, order in enumerate(past):
        play_past(home, units, boutique, demo, order, number)
        yield
    for number in range(VISITS):
        play_visit(home, units, boutique, demo, number)
        yield


def stock_shop(home: House, demo: Boutique, sold: Counter[tuple[str, str]]) -> Iterator[None]:
    """Open a boutique and list its pieces, as many more as were sold since; one step for each piece."""
    boutique, opened = demo_boutique(demo.profile), home.clock.now() - OPENED_BEFORE
    units = Units(home.log, home.vault, home.clock)
    _open(units, boutique, demo.profile, opened)
    _subscribe(units, boutique, opened, month_of(home.clock.now()))
    for piece in demo.pieces:
        _list(home, units, boutique, piece, opened, sold)
        yield


def unit_at(units: Units, boutique: BoutiqueId, about: str, now: datetime) -> Unit:
    """A unit of work in the past."""
    unit = units.open(boutique, Cause(Actor.OWNER, derive(boutique, about), derive(boutique, about)))
    unit.now = now
    return unit


def _open(units: Units, boutique: BoutiqueId, profile: Profile, opened: datetime) -> None:
    unit = unit_at(units, boutique, "open", opened)
    if unit.get(Shop, boutique).is_open:
        return
    owner = next(person for person in PEOPLE if person.role is Role.OWNER)
    name, phone = unit.seal(boutique, profile.owner.name), unit.seal(boutique, owner.phone)
    unit.tell(Shop, boutique, lambda shop: shop.open(name=profile.name, town=profile.town))
    unit.tell(
        Shop,
        boutique,
        lambda shop: shop.describe(
            street=profile.street,
            hours="; ".join(f"{h.days} {h.opens}-{h.closes}" for h in profile.hours),
            return_policy=profile.returns,
            areas=tuple(
                DeliveryArea(name=a.name, fee=Money(cents=a.fee), words=a.landmarks) for a in profile.areas
            ),
            languages=(Language.EN, Language.SW),
        ),
    )
    unit.tell(Shop, boutique, lambda shop: shop.register_owner(name, phone))
    _connect(unit, boutique, profile)
    unit.commit()


def _subscribe(units: Units, boutique: BoutiqueId, opened: datetime, month: date) -> None:
    """It pays a share of what it sells from this month on; the months before were its trial."""
    unit = unit_at(units, boutique, "subscribe", opened)
    unit.tell(Subscription, boutique, lambda known: known.agree(SHARE, starts=month, now=opened))
    unit.commit()


def _connect(unit: Unit, boutique: BoutiqueId, profile: Profile) -> None:
    unit.tell(
        Shop,
        boutique,
        lambda shop: shop.connect_whatsapp(
            provider="meta",
            account=profile.whatsapp.phone_number_id,
            display_number=profile.whatsapp.display,
        ),
    )
    unit.tell(
        Shop,
        boutique,
        lambda shop: shop.connect_payment_account(
            provider="mpesa",
            shortcode=profile.payment.shortcode,
            is_till=profile.payment.kind == "till",
            store_number=None,
        ),
    )
    unit.tell(
        Shop,
        boutique,
        lambda shop: shop.publish_voice(
            agent_name=profile.voice.name,
            greeting_en=profile.voice.greeting,
            greeting_sw=profile.voice.greeting_sw,
        ),
    )


def _list(
    home: House,
    units: Units,
    boutique: BoutiqueId,
    piece: Piece,
    opened: datetime,
    sold: Counter[tuple[str, str]],
) -> None:
    product = product_of(boutique, piece.sku)
    unit = unit_at(units, boutique, f"list/{piece.sku}", opened)
    if unit.get(Product, product).is_listed:
        return
    picture = home.pictures.keep(boutique, _jpeg(piece))
    stocked = (
        AddVariant(
            product,
            variant_of(boutique, piece.sku, each.size.value),
            each.size,
            each.stock + sold[piece.sku, each.size.value],
        )
        for each in piece.variants
    )
    execute(
        unit,
        ListProduct(product, piece.sku, _listing(piece), Money(cents=piece.price), piece.chart),
        *stocked,
        AddPhoto(product, picture),
    )
    unit.commit()


def _listing(piece: Piece) -> Listing:
    return Listing(
        title=piece.title,
        title_sw=piece.title_sw,
        description=piece.description,
        garment=piece.garment,
        colours=piece.colours,
        pattern=piece.pattern,
        styles=piece.styles,
        occasions=piece.occasions,
        fabrics=piece.fabrics,
    )


def _jpeg(piece: Piece) -> bytes:
    written = BytesIO()
    draw(piece.drawing).save(written, "JPEG", quality=88)
    return written.getvalue()
