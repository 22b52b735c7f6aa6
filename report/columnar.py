"""Tables as Parquet files that say what they are: the one keeper of pyarrow."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping

import pandas as pd
import pyarrow as pa
from pyarrow import parquet

KEY = b"chi-so"
"""Under this key the file's own metadata hold what is known of the table, as JSON."""


def parquet_bytes(table: pd.DataFrame, about: Mapping[str, object]) -> bytes:
    """The table as a Parquet file; `about` (any JSON value) travels in it."""
    columns = pa.Table.from_pandas(table, preserve_index=False)
    told = json.dumps(about, ensure_ascii=False, default=str).encode()
    file = io.BytesIO()
    parquet.write_table(columns.replace_schema_metadata({**(columns.schema.metadata or {}), KEY: told}), file)
    return file.getvalue()
