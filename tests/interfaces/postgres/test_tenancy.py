"""No boutique reads or writes another's rows: every table, every operation, every role, from the catalogue.

The check is itself checked: a table opened on purpose must be found.
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import Connection, sql

from domain.identity import BoutiqueId
from interfaces.postgres.database import Database, enter
from tests.interfaces.postgres.rows import insert, lift_rules, sample
from tests.support.postgres import TestServer

PERSONS = {
    "dukani.people",
    "dukani.password_resets",
    "dukani.passkeys",
    "dukani.passkey_challenges",
    "dukani.operators",
    "dukani.operator_invitations",
    "dukani.operator_sessions",
}
"""The same person in every boutique, or in none; behind functions alone."""

WITHOUT_BOUTIQUE = {"dukani.migrations", "dukani.quarantine", "dukani.heartbeats", *PERSONS}
READ_BY_FOLLOWER = {
    "dukani.stored_events",
    "dukani.log_heads",
    "dukani.due_work",
    "dukani.positions",
}
WORKED_BY_FOLLOWER = {"dukani.due_work", "dukani.positions"}
APPEND_ONLY = {"dukani.stored_events", "dukani.log_heads"}
TABLES = (
    "SELECT 'dukani.' || relname FROM pg_class WHERE relnamespace = 'dukani'::regnamespace"
    " AND relkind IN ('r', 'p') ORDER BY 1"
)


@pytest.fixture(scope="module")
def admin(postgres: TestServer) -> Iterator[Connection[Any]]:
    name = postgres.clone()
    with psycopg.connect(postgres.admin_of(name)) as conn:
        yield conn
    postgres.drop(name)


def tables(conn: Connection[Any]) -> list[str]:
    return [name for (name,) in conn.execute(TABLES).fetchall()]


class Matrix:
    """Tries everything on one table in the name of each role, in a transaction that is undone at the end."""

    def __init__(self, conn: Connection[Any], table: str) -> None:
        self.conn, self.table = conn, table
        self.ours, self.others = uuid4(), uuid4()
        conn.execute("SET LOCAL session_replication_role = replica")
        lift_rules(conn, table)
        insert(conn, table, sample(conn, table, self.ours))

    def attempt(self, role: str, tenant: UUID | None, operation: str) -> int:
        """How many of our rows the operation reached; 0 when refused."""
        try:
            with self.conn.transaction(force_rollback=True):
                row = sample(self.conn, self.table, self.ours)
                named = "" if tenant is None else str(tenant)
                self.conn.execute("SELECT set_config('app.boutique_id', %s, true)", (named,))
                self.conn.execute(f"SET LOCAL ROLE dukani_{role}")
                return self._do(operation, row)
        except psycopg.errors.InsufficientPrivilege:
            return 0
        except psycopg.errors.UniqueViolation:
            return 1  # row security is asked first, so it had let the row in

    def _do(self, operation: str, row: dict[str, object]) -> int:
        if operation == "INSERT":
            insert(self.conn, self.table, row)
            return 1
        text = {
            "SELECT": "SELECT 1 FROM {} WHERE boutique_id = %s",
            "UPDATE": "UPDATE {} SET {} = {} WHERE boutique_id = %s",
            "DELETE": "DELETE FROM {} WHERE boutique_id = %s",
        }[operation]
        column = sql.Identifier(self._column())
        query = sql.SQL(text).format(sql.SQL(self.table), column, column)
        return self.conn.execute(query, (self.ours,)).rowcount

    def _column(self) -> str:
        row = self.conn.execute(
            "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0"
            " AND NOT attisdropped AND attgenerated = '' ORDER BY attnum DESC LIMIT 1",
            (self.table,),
        ).fetchone()
        assert row
        return str(row[0])

    def wrongs(self) -> list[str]:
        """Each attempt that reached what it must not, or did not reach what it must."""
        found = []
        for operation in ("SELECT", "INSERT", "UPDATE", "DELETE"):
            for role, tenants in (("app", (None, self.others)), ("auditor", (None, self.others))):
                found += [
                    f"{role} of {tenant and 'another boutique'}: {operation}"
                    for tenant in tenants
                    if self.attempt(role, tenant, operation)
                ]
            if operation != "SELECT" and self.attempt("auditor", self.ours, operation):
                found.append(f"our auditor: {operation}")
            found += self._follower(operation)
        if not self.attempt("app", self.ours, "SELECT"):
            found.append("our own application cannot read")
        if self.table in APPEND_ONLY:
            found += [
                f"{role} changes what is append-only: {operation}"
                for role in ("app", "follower", "auditor")
                for operation in ("INSERT", "UPDATE", "DELETE")
                if self.attempt(role, self.ours, operation)
            ]
        return found

    def _follower(self, operation: str) -> list[str]:
        allowed = READ_BY_FOLLOWER if operation == "SELECT" else WORKED_BY_FOLLOWER
        if self.table in allowed:
            return []
        return [
            f"follower of {tenant and 'another boutique'}: {operation}"
            for tenant in (None, self.others)
            if self.attempt("follower", tenant, operation)
        ]


def wrongs_of(conn: Connection[Any], table: str, spoil: str | None = None) -> list[str]:
    """What is wrong with one table, after spoiling it."""
    with conn.transaction(force_rollback=True):
        if spoil is not None:
            conn.execute(spoil.format(table=table).encode())
        return Matrix(conn, table).wrongs()


def test_no_role_reaches_another_boutiques_rows_in_any_table(admin: Connection[Any]) -> None:
    found = {table: wrongs_of(admin, table) for table in tables(admin) if table not in WITHOUT_BOUTIQUE}
    assert len(found) >= 8
    assert {table: wrongs for table, wrongs in found.items() if wrongs} == {}


def test_every_table_names_its_boutique_unless_it_is_known_not_to(admin: Connection[Any]) -> None:
    with_boutique = admin.execute(
        "SELECT attrelid::regclass::text FROM pg_attribute WHERE attname = 'boutique_id' AND NOT attisdropped"
    ).fetchall()
    assert set(tables(admin)) - {name for (name,) in with_boutique} == WITHOUT_BOUTIQUE


@pytest.mark.parametrize(
    "spoil",
    [
        "ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
        "ALTER POLICY own_boutique ON {table} USING (true) WITH CHECK (true)",
        "CREATE POLICY hole ON {table} USING (true)",
        "DROP POLICY own_boutique ON {table}",
    ],
)
def test_a_table_opened_on_purpose_is_found(admin: Connection[Any], spoil: str) -> None:
    unnoticed = [
        table
        for table in tables(admin)
        if table not in WITHOUT_BOUTIQUE and not wrongs_of(admin, table, spoil)
    ]
    assert unnoticed == []


def test_a_table_that_is_granted_for_change_is_found_where_it_must_only_grow(admin: Connection[Any]) -> None:
    for table in APPEND_ONLY:
        for grant in ("UPDATE", "DELETE", "INSERT"):
            assert wrongs_of(admin, table, f"GRANT {grant} ON {{table}} TO dukani_app")


def test_the_application_only_adds_to_the_quarantine(postgres: TestServer, admin: Connection[Any]) -> None:
    with admin.transaction(force_rollback=True):
        insert(admin, "dukani.quarantine", sample(admin, "dukani.quarantine", uuid4()))
        for role in ("app", "follower", "auditor"):
            admin.execute(f"SET LOCAL ROLE dukani_{role}")
            with pytest.raises(psycopg.errors.InsufficientPrivilege), admin.transaction():
                admin.execute("SELECT * FROM dukani.quarantine")
            admin.execute("RESET ROLE")


@pytest.mark.parametrize("role", ["app", "follower", "auditor", "platform"])
@pytest.mark.parametrize("table", sorted(PERSONS))
@pytest.mark.parametrize("deed", ["SELECT * FROM {}", "DELETE FROM {}", "INSERT INTO {} DEFAULT VALUES"])
def test_no_role_touches_the_tables_of_persons(
    admin: Connection[Any], role: str, table: str, deed: str
) -> None:
    with admin.transaction(force_rollback=True):
        admin.execute(f"SET LOCAL ROLE dukani_{role}".encode())
        with pytest.raises(psycopg.errors.InsufficientPrivilege), admin.transaction():
            admin.execute(deed.format(table).encode())


def test_nobody_is_more_than_a_plain_role(admin: Connection[Any]) -> None:
    rows = admin.execute(
        "SELECT rolname FROM pg_roles WHERE rolname LIKE 'dukani\\_%' AND"
        " (rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication)"
    ).fetchall()
    assert rows == []


def test_no_function_is_open_to_all_and_those_with_the_owners_rights_fix_their_names(
    admin: Connection[Any],
) -> None:
    rows = admin.execute(
        "SELECT proname, prosecdef, coalesce('search_path=pg_catalog, pg_temp' = ANY (proconfig), false)"
        " AND NOT has_function_privilege('public', oid, 'EXECUTE')"
        " FROM pg_proc WHERE pronamespace = 'dukani'::regnamespace"
        " AND (prosecdef OR has_function_privilege('public', oid, 'EXECUTE')) ORDER BY 1"
    ).fetchall()
    assert {"boutique_of_account", "record"} <= {name for name, _, _ in rows}
    assert [name for name, owners, fixed in rows if not (owners and fixed)] == []


def test_an_account_is_resolved_before_the_boutique_is_known_and_the_first_keeps_it(
    database: Database, two_boutiques: tuple[BoutiqueId, BoutiqueId]
) -> None:
    account = uuid4().hex
    for day, boutique in enumerate(two_boutiques):
        with database.as_follower() as conn:
            enter(conn, boutique)
            conn.execute(
                "INSERT INTO dukani.boutique_accounts VALUES (%s, 'whatsapp', %s, %s)",
                (boutique, account, f"2026-11-2{day} 09:00+00"),
            )
    assert database.boutique_of_account("whatsapp", account) == two_boutiques[0]
    assert database.boutique_of_account("mpesa", account) is None
    with database.as_ingress() as conn:
        assert conn.execute("SELECT * FROM dukani.boutique_accounts").fetchall() == []


def test_nothing_of_a_boutique_is_left_on_a_connection_given_back(
    database: Database, two_boutiques: tuple[BoutiqueId, BoutiqueId]
) -> None:
    for boutique in two_boutiques:
        with database.as_boutique(boutique) as conn:
            assert conn.execute("SELECT current_setting('app.boutique_id')").fetchone() == (str(boutique),)
        with pytest.raises(ValueError, match="undone"), database.as_boutique(boutique):
            raise ValueError("undone")
        with database.as_ingress() as conn:
            assert conn.execute("SELECT current_setting('app.boutique_id')").fetchone() == ("",)


def test_the_auditor_cannot_write_and_sees_no_keys_or_messages(
    database: Database, two_boutiques: tuple[BoutiqueId, BoutiqueId]
) -> None:
    for table in ("subject_keys", "inbox", "customer_pictures", "due_work"):
        with (
            pytest.raises(psycopg.errors.InsufficientPrivilege),
            database.as_auditor(two_boutiques[0]) as conn,
        ):
            conn.execute(sql.SQL("SELECT * FROM dukani.{}").format(sql.Identifier(table)))
    with pytest.raises(psycopg.errors.ReadOnlySqlTransaction), database.as_auditor(two_boutiques[0]) as conn:
        conn.execute("CREATE TABLE mine (a int)")
