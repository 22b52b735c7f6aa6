"""How Alembic runs here: on the connection and in the transaction that store.migrate hands over."""

from alembic import context

from store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=False, compare_type=True)
context.run_migrations()
