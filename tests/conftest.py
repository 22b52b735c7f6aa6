"""What every test shares: the checkout on the path, and stores on both engines."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))

from databases import empty_url, postgres_server, sqlite_store, store

__all__ = ["empty_url", "postgres_server", "sqlite_store", "store"]
