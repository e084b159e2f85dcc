"""`parse_many`: articles of any iterable, in this process or in several."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping

from ..arguments import whole_number
from ..errors import InputError
from ..items import KEYS, failure, read_item, source_of, warm_up
from ..model import Article, Failure
from .workers import Lost, Task, run

__all__ = ["parse_many"]

#: What gives an item more time.
_REMEDY = "; give a larger `timeout`, or None for no limit"


def parse_many(
    items: Iterable[object], *, workers: int | None = None, timeout: float | None = None
) -> Iterator[Article | Failure]:
    """Articles of the items, in their order.

    An item is a `str` (text, never a path), `bytes` (text or a page in any encoding), a `pathlib.Path` (a file), or a
    mapping with `text` or `html` and any of `source` (or `id`), `url`, `title` (or `headline`; of a text alone, a page
    has its own), `published` (or `date`) and `language`; what else a mapping has is left alone. With `text` and `html`
    the text is read, unless it is empty. A date may be written in any way; a field that cannot be read is left out, and
    an issue says so. An item that cannot be read gives a `Failure`. What `items` itself raises is the caller's and goes
    through.

    Args:
        items: Any iterable; it may be endless.
        workers: Processes to use. None or 1: this one, and each item is read when its article is asked for. With more,
            some hundred items are read ahead, and one that crashes, hangs or takes all memory costs itself alone.
        timeout: Seconds for an item; it takes a worker to stop one, so there is always one where a limit is given. An
            item that takes longer is tried again, alone, since the machine may have been slow, and then a `Failure`.

    Raises:
        InputError: At once, for arguments that cannot be used.
        WorkerError: Workers cannot be started.

    >>> [type(result).__name__ for result in parse_many(["Rain fell.", {"id": 7}])]
    ['Article', 'Failure']
    """
    if isinstance(items, str | bytes | os.PathLike | Mapping) or not isinstance(items, Iterable):
        raise InputError(f"items: is one {type(items).__name__}; give an iterable of items, if of one only: [item]")
    if hasattr(items, "to_dict") and hasattr(items, "columns"):
        rows = "iter_rows(named=True)" if hasattr(items, "iter_rows") else 'to_dict("records")'  # Polars, or pandas
        raise InputError(f"items: is a data frame, which gives its columns; give its rows: frame.{rows}")
    count = 1 if workers is None else whole_number(workers)
    if count is None or count < 1:
        raise InputError(f"workers={workers!r}: give a whole number from 1 on, or leave it out")
    if timeout is not None and not _is_positive(timeout):
        raise InputError(f"timeout={timeout!r}: give seconds, more than 0, or leave it out")
    if count == 1 and timeout is None:
        return (read_item(item, position) for position, item in enumerate(items))
    return _elsewhere(items, count, timeout)


def _is_positive(value: object) -> bool:
    number = value if isinstance(value, float) else whole_number(value)
    return number is not None and number > 0  # NaN is not


def _elsewhere(items: Iterable[object], workers: int, timeout: float | None) -> Iterator[Article | Failure]:
    """The same by workers."""
    errors: list[Exception] = []  # of `items` itself

    def tasks() -> Iterator[Task]:
        for position, item in _until_error(items, errors):
            packed, source = _packed(item, position)
            yield Task((position, packed), len(packed), (position, source))

    for answers in run(tasks(), f"{__name__}:answering", workers=workers, timeout=timeout):
        for (position, source), reply in answers:
            if isinstance(reply, Lost):
                message = reply.message + (_REMEDY if reply.error == "TimeoutError" else "")
                yield Failure(source=source, position=position, error=reply.error, message=message)
            else:
                is_article, record = reply
                yield (Article if is_article else Failure).model_validate_json(record)
    if errors:
        raise errors[0]


def _until_error(items: Iterable[object], errors: list[Exception]) -> Iterator[tuple[int, object]]:
    """The items with their positions; what `items` raises comes behind the answers of those before."""
    try:
        yield from enumerate(items)
    except Exception as error:  # noqa: BLE001 - raised again
        errors.append(error)


def _packed(item: object, position: int) -> tuple[bytes, str | None]:
    """An item as bytes, and its name. One that cannot travel is read here."""
    source = None
    try:
        source = source_of(item)
        if isinstance(item, Mapping):  # perhaps of a class of the caller's own, and with more than is read
            read = {key: item[key] for key in KEYS if key in item}
            item = read if "text" in read or "html" in read else {**dict.fromkeys(item), **read}  # errors name all keys
        return pickle.dumps(item, pickle.HIGHEST_PROTOCOL), source
    except Exception as error:  # noqa: BLE001 - what pickling an unknown object may raise
        unsent = InputError(f"cannot be sent to a worker ({error}); give plain values, or leave `workers` out")
        return pickle.dumps(failure(source, position, unsent)), source


def answering() -> Callable[[tuple[int, bytes]], tuple[bool, bytes]]:
    """A `worker.Work` for items of any kind."""
    warm_up()
    return _answer


def _answer(task: tuple[int, bytes]) -> tuple[bool, bytes]:
    """A worker's answer: whether it is an article, and the JSON of the record. That travels faster than models do."""
    position, packed = task
    try:
        item = pickle.loads(packed)
    except Exception as error:  # noqa: BLE001 - what unpickling an unknown object may raise
        result: Article | Failure = failure(None, position, InputError(f"a worker cannot read it ({error})"))
    else:
        result = item if isinstance(item, Failure) else read_item(item, position)
    return isinstance(result, Article), result.model_dump_json().encode()
