"""A desk that is loaded when it is first asked for something: the window is on the screen before databases,
connectors and the engine are. Built by `syncdesk.__main__`."""

from collections.abc import Callable
from threading import Lock
from typing import Any


class LateDesk:
    """Offers every use-case of :class:`syncdesk.app.desk.Desk`. Looking one up loads nothing; calling it
    does, in the caller's thread, and raises what opening the desk raises, each time until it succeeds."""

    def __init__(self) -> None:
        self._opening = Lock()
        self._desk: Any = None

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("_"):
            raise AttributeError(name)

        def use_case(*words: Any, **named: Any) -> Any:
            return getattr(self._opened(), name)(*words, **named)

        return use_case

    def _opened(self) -> Any:
        with self._opening:
            if self._desk is None:
                from syncdesk.app.desk import open_desk  # heavy, which is the point

                self._desk = open_desk()
            return self._desk
