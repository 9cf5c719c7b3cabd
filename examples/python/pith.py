"""pith for Python: the article of a page, without its boilerplate.

One module without dependencies over the C ABI (include/pith/c.h) by ctypes. It needs the shared library: built with
-DBUILD_SHARED_LIBS=ON and found through the environment variable PITH_LIBRARY (a file), or by the system's loader.

    import pith
    article = pith.extract(open("page.html", "rb").read(), url="https://example.org/a")
    print(article.title, article.confidence)
    print(article.text)

Thread rule: extract() may be called from any number of threads, and they run in parallel: ctypes releases the GIL while
pith works. One Extractor does one page at a time; threads that share it wait for each other.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import threading
from dataclasses import dataclass, field
from typing import Callable, Dict, Iterable, List, Optional, Union

__all__ = ["Article", "Block", "Extractor", "Notice", "PithError", "extract", "version"]

_ABI_VERSION = 1
_KINDS = {"auto": 0, "html": 1, "text": 2}
_LEANINGS = {"balanced": 0, "precise": 1, "complete": 2}
_FORMATS = {"text": 0, "markdown": 1, "html": 2, "json": 3}
_KEEP = {"dropped": 1, "credits": 2, "captions": 4, "comments": 8}
_FIELDS = (
    "title", "authors", "published", "modified", "site_name", "source", "description", "canonical_url", "image_url",
    "language", "keywords", "charset", "verdict",
)
_LISTS = ("authors", "keywords")


class PithError(Exception):
    """The library is missing, too new, or out of memory, or a rules file was refused. Pages never raise it."""


class _String(ctypes.Structure):
    _fields_ = [("data", ctypes.c_void_p), ("length", ctypes.c_size_t)]

    def decode(self) -> str:
        return ctypes.string_at(self.data, self.length).decode("utf-8")


class _Options(ctypes.Structure):
    _fields_ = [
        ("size", ctypes.c_size_t), ("leaning", ctypes.c_int32), ("keep", ctypes.c_uint32),
        ("max_input_bytes", ctypes.c_uint64), ("max_parse_bytes", ctypes.c_uint64),
        ("max_depth", ctypes.c_uint32), ("max_blocks", ctypes.c_uint32),
    ]


class _Source(ctypes.Structure):
    _fields_ = [
        ("size", ctypes.c_size_t),
        ("bytes", ctypes.c_char_p), ("bytes_length", ctypes.c_size_t),
        ("url", ctypes.c_char_p), ("url_length", ctypes.c_size_t),
        ("content_type", ctypes.c_char_p), ("content_type_length", ctypes.c_size_t),
        ("encoding", ctypes.c_char_p), ("encoding_length", ctypes.c_size_t),
        ("kind", ctypes.c_int32),
    ]


class _Block(ctypes.Structure):
    _fields_ = [
        ("size", ctypes.c_size_t), ("text", _String), ("kind", _String), ("category", _String), ("reason", _String),
        ("score", ctypes.c_float), ("level", ctypes.c_uint32), ("index", ctypes.c_uint32), ("detail", _String),
    ]


_PROTOTYPES = {
    "pith_abi_version": (ctypes.c_uint32, []),
    "pith_version": (ctypes.c_char_p, []),
    "pith_options_init": (None, [ctypes.POINTER(_Options)]),
    "pith_source_init": (None, [ctypes.POINTER(_Source)]),
    "pith_block_init": (None, [ctypes.POINTER(_Block)]),
    "pith_rules_load": (ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p,
                                          ctypes.c_size_t]),
    "pith_rules_free": (None, [ctypes.c_void_p]),
    "pith_extractor_new": (ctypes.c_void_p, [ctypes.POINTER(_Options), ctypes.c_void_p]),
    "pith_extractor_free": (None, [ctypes.c_void_p]),
    "pith_extract": (ctypes.c_void_p, [ctypes.c_void_p, ctypes.POINTER(_Source)]),
    "pith_article_free": (None, [ctypes.c_void_p]),
    "pith_article_field": (_String, [ctypes.c_void_p, ctypes.c_int32]),
    "pith_article_confidence": (ctypes.c_float, [ctypes.c_void_p]),
    "pith_article_render": (_String, [ctypes.c_void_p, ctypes.c_int32]),
    "pith_article_block_count": (ctypes.c_size_t, [ctypes.c_void_p]),
    "pith_article_block": (ctypes.c_int, [ctypes.c_void_p, ctypes.c_size_t, ctypes.POINTER(_Block)]),
    "pith_article_dropped_count": (ctypes.c_size_t, [ctypes.c_void_p]),
    "pith_article_dropped": (ctypes.c_int, [ctypes.c_void_p, ctypes.c_size_t, ctypes.POINTER(_Block)]),
    "pith_article_notice_count": (ctypes.c_size_t, [ctypes.c_void_p]),
    "pith_article_notice": (_String, [ctypes.c_void_p, ctypes.c_size_t, ctypes.POINTER(ctypes.c_uint64),
                                      ctypes.POINTER(_String)]),
}


def _load() -> ctypes.CDLL:
    name = os.environ.get("PITH_LIBRARY") or ctypes.util.find_library("pith") or "libpith.so"
    try:
        library = ctypes.CDLL(name)
    except OSError as error:
        raise PithError(f"cannot load the pith library ({name}); set PITH_LIBRARY to its path: {error}") from error
    for function, (result, arguments) in _PROTOTYPES.items():
        getattr(library, function).restype = result
        getattr(library, function).argtypes = arguments
    found = library.pith_abi_version()
    if found != _ABI_VERSION:
        raise PithError(f"{name} has ABI version {found}; this module needs {_ABI_VERSION}")
    return library


_lib = _load()


@dataclass(frozen=True)
class Block:
    """One block of the page. `score` is 0 to 1; `category` is "content" for a kept block."""

    text: str
    kind: str
    category: str
    reason: str
    score: float
    level: int
    index: int
    detail: str  #: of code its language, of an image its address, of a note its label


@dataclass(frozen=True)
class Notice:
    """What had to be done to read the page: a code such as "charset_guessed", a count and a detail."""

    code: str
    count: int
    detail: str


@dataclass(frozen=True)
class Article:
    """What came out of a page. Always made; without an article `blocks` is empty and `verdict` says why."""

    text: str
    rendered: str  #: in the format that was asked for; the same as `text` by default
    title: str
    authors: List[str]
    published: str  #: ISO 8601 as far as known, else ""
    modified: str
    site_name: str
    source: str
    description: str
    canonical_url: str
    image_url: str
    language: str
    keywords: List[str]
    charset: str
    verdict: str
    confidence: float  #: expected word F1 of the kept blocks, 0 to 1
    blocks: List[Block] = field(default_factory=list)
    dropped: List[Block] = field(default_factory=list)
    notices: List[Notice] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.blocks)


class Extractor:
    """Keeps options, rules and memory from page to page.

    leaning: "balanced", "precise" (for training corpora) or "complete" (for archives).
    keep: any of "dropped", "credits", "captions", "comments".
    rules: the bytes of a rules file that is added to the built-in rules; PithError when it is refused.
    max_...: budgets of one page, see include/pith/options.hpp. A page that passes one is answered with a notice.
    """

    def __init__(self, *, leaning: str = "balanced", keep: Iterable[str] = ("captions",),
                 rules: Optional[bytes] = None, max_input_bytes: Optional[int] = None,
                 max_parse_bytes: Optional[int] = None, max_depth: Optional[int] = None,
                 max_blocks: Optional[int] = None) -> None:
        self._handle: Optional[int] = None
        self._lock = threading.Lock()
        options = _Options()
        _lib.pith_options_init(ctypes.byref(options))
        options.leaning = _choice("leaning", leaning, _LEANINGS)
        options.keep = sum(_choice("keep", name, _KEEP) for name in set(keep))
        limits = {"max_input_bytes": max_input_bytes, "max_parse_bytes": max_parse_bytes, "max_depth": max_depth,
                  "max_blocks": max_blocks}
        for name, limit in limits.items():
            if limit is not None:
                setattr(options, name, limit)
        loaded = _load_rules(rules) if rules is not None else None
        self._handle = _lib.pith_extractor_new(ctypes.byref(options), loaded)
        _lib.pith_rules_free(loaded)
        if not self._handle:
            raise PithError("out of memory")

    def __del__(self) -> None:
        if getattr(self, "_handle", None):
            _lib.pith_extractor_free(self._handle)

    def extract(self, page: Union[bytes, str], *, url: str = "", content_type: str = "", encoding: str = "",
                kind: str = "auto", format: str = "text") -> Article:
        """The article of one page: bytes as served, or text that was decoded already.

        kind: "auto", "html" or "text". format: "text", "markdown", "html" or "json", for Article.rendered.
        """
        data = page.encode("utf-8", "replace") if isinstance(page, str) else bytes(page)
        strings = {"bytes": data, "url": url.encode(), "content_type": content_type.encode(),
                   "encoding": (b"utf-8" if isinstance(page, str) else encoding.encode())}
        source = _Source()
        _lib.pith_source_init(ctypes.byref(source))
        for name, value in strings.items():
            setattr(source, name, value)
            setattr(source, name + "_length", len(value))
        source.kind = _choice("kind", kind, _KINDS)
        chosen = _choice("format", format, _FORMATS)
        with self._lock:
            handle = _lib.pith_extract(self._handle, ctypes.byref(source))
        if not handle:
            raise PithError("out of memory")
        try:
            return _read_article(handle, chosen)
        finally:
            _lib.pith_article_free(handle)


def _choice(what: str, name: str, known: Dict[str, int]) -> int:
    if name not in known:
        raise ValueError(f"{what} must be one of {', '.join(known)}, not {name!r}")
    return known[name]


def _load_rules(rules: bytes) -> int:
    message = ctypes.create_string_buffer(512)
    handle = _lib.pith_rules_load(None, rules, len(rules), message, len(message))
    if not handle:
        raise PithError(message.value.decode("utf-8", "replace") or "out of memory")
    return handle


def _read_blocks(handle: int, count: int, get: Callable[..., int]) -> List[Block]:
    blocks = []
    raw = _Block()
    for index in range(count):
        _lib.pith_block_init(ctypes.byref(raw))
        get(handle, index, ctypes.byref(raw))
        blocks.append(Block(raw.text.decode(), raw.kind.decode(), raw.category.decode(), raw.reason.decode(), raw.score,
                            raw.level, raw.index, raw.detail.decode()))
    return blocks


def _read_notices(handle: int) -> List[Notice]:
    notices = []
    for index in range(_lib.pith_article_notice_count(handle)):
        count, detail = ctypes.c_uint64(), _String()
        code = _lib.pith_article_notice(handle, index, ctypes.byref(count), ctypes.byref(detail))
        notices.append(Notice(code.decode(), count.value, detail.decode()))
    return notices


def _read_article(handle: int, chosen_format: int) -> Article:
    fields: Dict[str, object] = {}
    for number, name in enumerate(_FIELDS):
        value = _lib.pith_article_field(handle, number).decode()
        fields[name] = value.split("\n") if value and name in _LISTS else [] if name in _LISTS else value
    return Article(
        text=_lib.pith_article_render(handle, _FORMATS["text"]).decode(),
        rendered=_lib.pith_article_render(handle, chosen_format).decode(),
        confidence=_lib.pith_article_confidence(handle),
        blocks=_read_blocks(handle, _lib.pith_article_block_count(handle), _lib.pith_article_block),
        dropped=_read_blocks(handle, _lib.pith_article_dropped_count(handle), _lib.pith_article_dropped),
        notices=_read_notices(handle),
        **fields,
    )


_local = threading.local()


def extract(page: Union[bytes, str], *, url: str = "", content_type: str = "", encoding: str = "", kind: str = "auto",
            format: str = "text") -> Article:
    """The article of one page with the default options; see Extractor.extract. Safe from any thread."""
    if not hasattr(_local, "extractor"):
        _local.extractor = Extractor()
    return _local.extractor.extract(page, url=url, content_type=content_type, encoding=encoding, kind=kind,
                                    format=format)


def version() -> str:
    """The version of the library."""
    return _lib.pith_version().decode()
