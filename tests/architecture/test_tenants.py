"""No read and no write of a boutique's rows leaves out whose they are.

Context: row security hides other boutiques' rows in any case, but a query that relies on it alone is one
wrong role away from showing them, and is slow besides, for every key begins with the boutique. Decision:
every public query of a read model takes the boutique first, and every SQL text about tenants' rows names
`boutique_id`.
Consequences: a query across boutiques must say why in a comment beside it, `# all-boutiques: <why>`.
"""

import pytest

from tests.architecture.house import modules, read
from tests.architecture.tenant_lint import tenant_tables, unowned_queries, unowned_texts

TABLES = frozenset({"orders"})
MACHINERY = {"projections/fold.py", "projections/table.py"}
"""What all read models are made of; it takes the boutique beside the table."""

READERS = ("projections", "interfaces/http", "interfaces/shelf", "interfaces/ingress", "interfaces/duckdb")


def queries(text: str) -> list[str]:
    return unowned_queries(read("projections/orders.py", text))


def sql(text: str) -> list[str]:
    return unowned_texts(read("projections/orders.py", text), TABLES)


def test_the_tables_of_tenants_are_known() -> None:
    assert {"orders", "inbox_messages", "stored_events", "due_work", "payments"} <= tenant_tables()


def test_every_query_of_a_read_model_takes_the_boutique_first() -> None:
    known = [module for module in modules("projections") if module.path not in MACHINERY]
    assert [place for module in known for place in unowned_queries(module)] == []


def test_every_statement_about_tenants_rows_says_whose() -> None:
    tables = tenant_tables()
    assert [place for module in modules(*READERS) for place in unowned_texts(module, tables)] == []


def test_a_query_without_the_boutique_is_found() -> None:
    assert queries("def late(conn: Connection[Any], boutique: BoutiqueId): ...")
    assert not queries("def late(boutique: BoutiqueId, conn: Connection[Any]): ...")
    assert not queries("def _late(conn: Connection[Any]): ...")
    assert not queries("def label(status: Status): ...")


@pytest.mark.parametrize(
    "text",
    [
        'x = "SELECT * FROM dukani.orders WHERE order_id = %s"',
        'x = b"DELETE FROM dukani.orders"',
        'x = f"UPDATE dukani.orders SET total = {total}"',
        'x = "INSERT INTO dukani.orders (order_id)" " VALUES (%s)"',
        'x = f"SELECT {columns} FROM dukani.{table}"',
    ],
)
def test_a_statement_that_does_not_say_whose_is_found(text: str) -> None:
    assert sql(text)


@pytest.mark.parametrize(
    "text",
    [
        'x = "SELECT * FROM dukani.orders WHERE boutique_id = %s"',
        'x = "SELECT * FROM dukani.migrations"',
        '"""SELECT is how rows are read."""',
        '# all-boutiques: the operator counts the shops\nx = "SELECT count(*) FROM dukani.orders"',
    ],
)
def test_a_statement_that_says_whose_or_why_passes(text: str) -> None:
    assert not sql(text)


def test_an_escape_without_a_reason_does_not_count() -> None:
    assert sql('# all-boutiques:\nx = "SELECT count(*) FROM dukani.orders"')
