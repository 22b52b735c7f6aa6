"""What every test shares: the checkout on the path, and stores on both engines."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))

from databases import (
    empty_url,
    engine_name,
    other_url,
    postgres_database,
    postgres_server,
    sqlite_store,
    sqlite_template,
    store,
    store_url,
)

__all__ = [
    "empty_url",
    "engine_name",
    "other_url",
    "postgres_database",
    "postgres_server",
    "sqlite_store",
    "sqlite_template",
    "store",
    "store_url",
]
