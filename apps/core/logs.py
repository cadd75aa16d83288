"""Logs as JSON lines; a message carries no health data and no network address."""

from __future__ import annotations

from typing import Any

from pythonjsonlogger.json import JsonFormatter as BaseJsonFormatter


class JsonFormatter(BaseJsonFormatter):
    """Writes time, level, logger, message and the named extras; never the request object itself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(
            "%(levelname)s %(name)s %(message)s",
            *args,
            timestamp=True,
            rename_fields={"levelname": "level", "name": "logger"},
            reserved_attrs=[*kwargs.pop("reserved_attrs", _RESERVED), "request", "server_time", "asctime"],
            **kwargs,
        )


_RESERVED = [
    "args", "created", "exc_info", "exc_text", "filename", "funcName", "levelno", "lineno", "module", "msecs",
    "msg", "pathname", "process", "processName", "relativeCreated", "stack_info", "taskName", "thread",
    "threadName",
]  # fmt: skip
