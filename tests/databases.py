"""Empty stores for tests: SQLite in a temporary folder, and PostgreSQL on a real server that the tests start themselves."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from store import Store, open_store
from store.schema import metadata

ENGINES = ["sqlite", "postgresql"]
SOWN = ["audit", "target"]


def server_folder() -> Path:
    """Where PostgreSQL's programs are; a clear failure when there are none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    if not found and not on_path:
        pytest.fail(
            "No PostgreSQL server: install the package `postgresql`, or set CHISO_SKIP_POSTGRES=1 to leave its tests out", pytrace=False
        )
    return found[-1].parent if found else Path(str(on_path)).parent


def _as_server_user(command: list[str]) -> None:
    """Run a server command; PostgreSQL refuses root, so root becomes the package's own user."""
    prefix = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
    subprocess.run([*prefix, *command], check=True, capture_output=True, cwd="/tmp")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL (without a database name) of a server that lives as long as this test run."""
    programs = server_folder()
    folder = Path(tempfile.mkdtemp(prefix="chiso-pg-", dir="/tmp"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    data = str(folder / "data")
    _as_server_user([str(programs / "initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"])
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c full_page_writes=off"
    _as_server_user([str(programs / "pg_ctl"), "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start"])
    try:
        yield f"postgresql://postgres@127.0.0.1:{port}"
    finally:
        _as_server_user([str(programs / "pg_ctl"), "-D", data, "-w", "-m", "immediate", "stop"])
        shutil.rmtree(folder)


def new_database(server: str) -> str:
    """The URL of a new empty database on the server."""
    name = f"chiso_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return f"{server}/{name}"


def made_new(url: str) -> str:
    """The same PostgreSQL store as it was when just initialised: emptied past its guards, what was sown put back."""
    tables = ", ".join(metadata.tables)
    with psycopg.connect(url) as connection:
        connection.execute("SET LOCAL session_replication_role = replica")
        connection.execute(f"TRUNCATE {tables} RESTART IDENTITY")
        for name in SOWN:
            connection.execute(f"ALTER TABLE {name} ENABLE TRIGGER ALL")
            connection.execute(f"INSERT INTO {name} SELECT * FROM sown.{name}")
    return url


def _initialised(url: str, folder: Path) -> str:
    made = open_store(url, folder)
    made.initialise()
    made.close()
    return url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the tables of this version and nothing in them."""
    path = tmp_path_factory.mktemp("template") / "chiso.db"
    _initialised(f"sqlite:///{path}", path.parent)
    return path


@pytest.fixture(scope="session")
def postgres_database(postgres_server: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a PostgreSQL store that tests use one after another, what initialising sows kept aside."""
    url = _initialised(new_database(postgres_server), tmp_path_factory.mktemp("template"))
    with psycopg.connect(url) as connection:
        connection.execute("CREATE SCHEMA sown")
        for name in SOWN:
            connection.execute(f"CREATE TABLE sown.{name} AS SELECT * FROM {name}")
    return url


def _skip_or_server(request: pytest.FixtureRequest) -> str:
    if os.environ.get("CHISO_SKIP_POSTGRES") == "1":
        pytest.skip("CHISO_SKIP_POSTGRES=1")
    return request.getfixturevalue("postgres_server")


@pytest.fixture(params=[pytest.param(name, marks=pytest.mark.postgres if name == "postgresql" else ()) for name in ENGINES])
def engine_name(request: pytest.FixtureRequest) -> str:
    """Each engine in turn."""
    return request.param


@pytest.fixture
def empty_url(engine_name: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database without tables."""
    if engine_name == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.db'}"
    return new_database(_skip_or_server(request))


@pytest.fixture(params=[pytest.param(name, marks=pytest.mark.postgres if name == "postgresql" else ()) for name in ENGINES])
def other_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of another database without tables, on each engine in turn."""
    return f"sqlite:///{tmp_path / 'other.db'}" if request.param == "sqlite" else new_database(_skip_or_server(request))


@pytest.fixture
def store_url(engine_name: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an initialised empty store."""
    if engine_name == "sqlite":
        copied = shutil.copy(request.getfixturevalue("sqlite_template"), tmp_path / "chiso.db")
        return f"sqlite:///{copied}"
    _skip_or_server(request)
    return made_new(request.getfixturevalue("postgres_database"))


@pytest.fixture
def store(store_url: str, tmp_path: Path) -> Iterator[Store]:
    """An initialised empty store, once for each engine."""
    opened = open_store(store_url, tmp_path / "originals")
    yield opened
    opened.close()


@pytest.fixture
def sqlite_store(sqlite_template: Path, tmp_path: Path) -> Iterator[Store]:
    """An initialised empty store on SQLite, for tests of other rooms."""
    opened = open_store(f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'own.db')}", tmp_path / "own originals")
    yield opened
    opened.close()
