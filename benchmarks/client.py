"""A visitor without a browser: speaks the server's own messages over a real websocket, a hundred of them in one process."""

from __future__ import annotations

import time

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

SUCCEEDED = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_EARLY_FOR_RERUN)


class Visitor:
    """One session on one page. A run is over when the server says that the script has finished."""

    def __init__(self, port: int, page: str = "", query: str = "") -> None:
        self.port, self.page, self.query = port, page, query
        self.page_hash = ""
        self.received = 0
        self.socket: ClientConnection | None = None

    async def arrive(self) -> float:
        """Open the page; seconds until it is drawn."""
        self.socket = await connect(
            f"ws://127.0.0.1:{self.port}/_stcore/stream",
            origin=Origin(f"http://127.0.0.1:{self.port}"),
            subprotocols=[Subprotocol("streamlit"), Subprotocol("bench")],
            max_size=None,
            compression=None,
        )
        return await self.click()

    async def click(self) -> float:
        """Have the page drawn again, as any click does; seconds until it is drawn. RuntimeError when the page shows an error."""
        if self.socket is None:
            raise RuntimeError("arrive first")
        asked = BackMsg()
        asked.rerun_script.query_string = self.query
        asked.rerun_script.page_name = self.page
        asked.rerun_script.page_script_hash = self.page_hash
        start = time.perf_counter()
        self.received = 0
        await self.socket.send(asked.SerializeToString())
        while True:
            answer = ForwardMsg()
            data = await self.socket.recv()
            self.received += len(data)
            answer.ParseFromString(data)
            kind = answer.WhichOneof("type")
            if kind == "navigation":
                self.page_hash = answer.navigation.page_script_hash
            elif kind == "delta" and answer.delta.new_element.WhichOneof("type") == "exception":
                raise RuntimeError(answer.delta.new_element.exception.message)
            elif kind == "script_finished":
                if answer.script_finished not in SUCCEEDED:
                    raise RuntimeError(f"the script finished with {answer.script_finished}")
                if answer.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                    return time.perf_counter() - start

    async def leave(self) -> None:
        """Close the tab."""
        if self.socket is not None:
            await self.socket.close()
