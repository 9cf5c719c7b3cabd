"""pith for Python: the article of a page, without its boilerplate.

One module without dependencies over the C ABI (include/pith/c.h) by ctypes. `pip install ./examples/python` installs it
with the library inside. By itself, this file needs the shared library: built with -DBUILD_SHARED_LIBS=ON and found by
the environment variable PITH_LIBRARY (a file), beside this file, or by the system's loader.

    import pith
    article = pith.extract(open("page.html", "rb").read(), url="https://example.org/a")
    print(article.title, article.confidence)
    print(article.text)

Thread rule: extract() may be called from any number of threads, and they run in parallel: the GIL is released while pith
works. One Extractor does one page at a time; threads that share it wait for each other. Articles may be read anywhere.
"""

from __future__ import annotations

import collections
import concurrent.futures
import ctypes
import ctypes.util
import datetime
import json
import math
import os
import queue
import threading
from functools import cached_property
from typing import Any, Callable, Dict, Iterable, Iterator, List, Mapping, NamedTuple, Optional, Tuple, Union

__all__ = ["Article", "Block", "ExplainedBlock", "Explanation", "Extractor", "Frame", "Notice", "Phrase", "PithError",
           "SiteMemory", "Span", "extract", "extract_many", "version"]

_ABI_VERSION = 1
_KINDS = {"auto": 0, "html": 1, "text": 2}
_EXPECTED = {"auto": 0, "article": 1, "forum": 2, "product": 3, "listing": 4, "documentation": 5}
_LEANINGS = {"balanced": 0, "precise": 1, "complete": 2}
_FORMATS = {"text": 0, "markdown": 1, "html": 2, "json": 3, "jsonl": 4, "json+origins": 7, "jsonl+origins": 8,
            "tei": 9, "front_matter": 11, "text+aligned": 12}
_FORMATS_WITHOUT_LINKS = {**_FORMATS, "markdown": 5, "html": 6, "tei": 10}
_LINKS = {"keep": _FORMATS, "drop": _FORMATS_WITHOUT_LINKS}
_KEEP = {"dropped": 1, "credits": 2, "captions": 4, "comments": 8, "images": 16, "embeds": 32}
_SPAN_KINDS = ("link", "strong", "emphasis", "code", "superscript", "subscript", "deleted", "math", "image", "note",
               "abbreviation", "inserted")
_TASKS = ("none", "open", "done")
_FRAME_KINDS = ("quote", "list", "item", "definitions", "table", "cell", "figure", "details", "note")
_FIELDS = {name: number for number, name in enumerate((
    "title", "authors", "published", "modified", "site_name", "source", "description", "canonical_url", "image_url",
    "language", "keywords", "charset", "verdict", "author_urls", "section", "license", "page_type", "access", "alternates",
    "hostname"))}

Page = Union[bytes, bytearray, memoryview, str]
When = Union[datetime.datetime, int, float, None]


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
        ("max_depth", ctypes.c_uint32), ("max_blocks", ctypes.c_uint32), ("metadata_guesses", ctypes.c_int32),
    ]


class _Source(ctypes.Structure):
    _fields_ = [
        ("size", ctypes.c_size_t),
        ("bytes", ctypes.c_char_p), ("bytes_length", ctypes.c_size_t),
        ("url", ctypes.c_char_p), ("url_length", ctypes.c_size_t),
        ("content_type", ctypes.c_char_p), ("content_type_length", ctypes.c_size_t),
        ("encoding", ctypes.c_char_p), ("encoding_length", ctypes.c_size_t),
        ("kind", ctypes.c_int32), ("fetched_at", ctypes.c_int64),
        ("known_title", ctypes.c_char_p), ("known_title_length", ctypes.c_size_t), ("expect", ctypes.c_int32),
    ]

    @classmethod
    def of(cls, page: Page, url: Optional[str], content_type: Optional[str], encoding: Optional[str], kind: str,
           fetched_at: When, expect: str = "auto", known_title: Optional[str] = None) -> _Source:
        if isinstance(page, str):
            if encoding is not None:
                raise ValueError("encoding is for bytes; this page is decoded already")
            page, encoding = page.encode("utf-8", "replace"), "utf-8"
        elif not isinstance(page, (bytes, bytearray, memoryview)):
            raise TypeError(f"page must be bytes or str, not {type(page).__name__}")
        data = bytes(page)
        address, declared, label = _text("url", url), _text("content_type", content_type), _text("encoding", encoding)
        title = _text("known_title", known_title)
        return cls(ctypes.sizeof(cls), data, len(data), address, len(address), declared, len(declared), label, len(label),
                   _choice("kind", kind, _KINDS), _seconds(fetched_at), title, len(title),
                   _choice("expect", expect, _EXPECTED))


class _Block(ctypes.Structure):
    _fields_ = [
        ("size", ctypes.c_size_t), ("text", _String), ("kind", _String), ("category", _String), ("reason", _String),
        ("score", ctypes.c_float), ("level", ctypes.c_uint32), ("index", ctypes.c_uint32), ("detail", _String),
    ]


class _Span(ctypes.Structure):
    _fields_ = [("size", ctypes.c_size_t), ("target", _String), ("kind", ctypes.c_int32), ("begin", ctypes.c_uint32),
                ("end", ctypes.c_uint32), ("detail", _String)]


class _Frame(ctypes.Structure):
    _fields_ = [("size", ctypes.c_size_t), ("kind", ctypes.c_int32), ("header", ctypes.c_int32)] + [
        (name, ctypes.c_uint32) for name in ("row_span", "column_span", "id", "number", "row", "column")] + [
        ("task", ctypes.c_int32)]


class _Evidence(ctypes.Structure):
    _fields_ = [("size", ctypes.c_size_t), ("path", _String), ("model_score", ctypes.c_float), ("kept", ctypes.c_int32),
                ("phrase_count", ctypes.c_size_t), ("feature_count", ctypes.c_size_t)]


_handle, _size, _to = ctypes.c_void_p, ctypes.c_size_t, ctypes.POINTER
# Functions that take long: the GIL is released.
_LONG = {
    "pith_rules_load": (_handle, [_handle, ctypes.c_char_p, _size, ctypes.c_char_p, _size]),
    "pith_extractor_new": (_handle, [_to(_Options), _handle]),
    "pith_extract_with": (_handle, [_handle, _to(_Source), _handle]),
    "pith_explain": (_handle, [_handle, _to(_Source), _handle]),
    "pith_learn": (ctypes.c_int, [_handle, _to(_Source), _handle]),
    "pith_site_memory_merge": (ctypes.c_int, [_handle, _handle]),
    "pith_site_memory_save": (_String, [_handle]),
    "pith_site_memory_load": (_handle, [ctypes.c_char_p, _size, ctypes.c_char_p, _size]),
}
# Functions that take less than letting others have the GIL and waiting for it.
_SHORT = {
    "pith_abi_version": (ctypes.c_uint32, []),
    "pith_version": (ctypes.c_char_p, []),
    "pith_options_init_sized": (None, [_to(_Options), _size]),
    "pith_rules_free": (None, [_handle]),
    "pith_extractor_free": (None, [_handle]),
    "pith_extractor_set_max_work": (None, [_handle, ctypes.c_uint64]),
    "pith_article_free": (None, [_handle]),
    "pith_article_field": (_String, [_handle, ctypes.c_int32]),
    "pith_article_field_origin": (_String, [_handle, ctypes.c_int32, _to(ctypes.c_float)]),
    "pith_article_confidence": (ctypes.c_float, [_handle]),
    "pith_article_verdict_confidence": (ctypes.c_float, [_handle]),
    "pith_article_title_in_text": (ctypes.c_int, [_handle]),
    "pith_article_render": (_String, [_handle, ctypes.c_int32]),
    "pith_article_block_count": (_size, [_handle]),
    "pith_article_block": (ctypes.c_int, [_handle, _size, _to(_Block)]),
    "pith_article_span_count": (_size, [_handle, _size]),
    "pith_article_span": (ctypes.c_int, [_handle, _size, _size, _to(_Span)]),
    "pith_article_dropped_count": (_size, [_handle]),
    "pith_article_dropped": (ctypes.c_int, [_handle, _size, _to(_Block)]),
    "pith_article_dropped_span_count": (_size, [_handle, _size]),
    "pith_article_dropped_span": (ctypes.c_int, [_handle, _size, _size, _to(_Span)]),
    "pith_article_frame_count": (_size, [_handle, _size]),
    "pith_article_frame": (ctypes.c_int, [_handle, _size, _size, _to(_Frame)]),
    "pith_article_dropped_frame_count": (_size, [_handle, _size]),
    "pith_article_dropped_frame": (ctypes.c_int, [_handle, _size, _size, _to(_Frame)]),
    "pith_article_notice_count": (_size, [_handle]),
    "pith_article_notice": (_String, [_handle, _size, _to(ctypes.c_uint64), _to(_String)]),
    "pith_explanation_free": (None, [_handle]),
    "pith_explanation_article": (_handle, [_handle]),
    "pith_explanation_render": (_String, [_handle, ctypes.c_int32]),
    "pith_explanation_block_count": (_size, [_handle]),
    "pith_explanation_block": (ctypes.c_int, [_handle, _size, _to(_Block), _to(_Evidence)]),
    "pith_explanation_phrase": (_String, [_handle, _size, _size, _to(_String), _to(_String)]),
    "pith_site_memory_new": (_handle, []),
    "pith_site_memory_free": (None, [_handle]),
    "pith_site_memory_forget": (None, [_handle, ctypes.c_char_p, _size]),
    "pith_site_memory_hosts": (_size, [_handle]),
    "pith_site_memory_pages": (_size, [_handle]),
    "pith_explanation_feature": (_String, [_handle, _size, _size, _to(ctypes.c_float)]),
    "pith_explanation_feature_moved": (ctypes.c_float, [_handle, _size, _size]),
}


def _library_name() -> str:
    if os.environ.get("PITH_LIBRARY"):
        return os.environ["PITH_LIBRARY"]
    for name in ("libpith.so", "libpith.dylib"):
        beside = os.path.join(os.path.dirname(os.path.abspath(__file__)), name)
        if os.path.exists(beside):
            return beside
    return ctypes.util.find_library("pith") or "libpith.so"


def _load() -> Tuple[ctypes.CDLL, ctypes.PyDLL]:
    name = _library_name()
    try:
        long, short = ctypes.CDLL(name), ctypes.PyDLL(name)
    except OSError as error:
        raise PithError(f"cannot load the pith library ({name}); set PITH_LIBRARY to its path: {error}") from error
    for library, prototypes in ((long, _LONG), (short, _SHORT)):
        for function, (result, arguments) in prototypes.items():
            try:
                getattr(library, function).restype = result
            except AttributeError as error:
                raise PithError(f"{name} is older than this module: it has no {function}") from error
            getattr(library, function).argtypes = arguments
    found = short.pith_abi_version()
    if found != _ABI_VERSION:
        raise PithError(f"{name} has ABI version {found}; this module needs {_ABI_VERSION}")
    return long, short


_long, _lib = _load()


class Span(NamedTuple):
    """A stretch of a block's text: `text[begin:end]`. kind: "link", "strong", "emphasis", "code", "superscript",
    "subscript", "deleted", "math", "image" (begin == end), "note", "abbreviation" or "inserted"."""

    kind: str
    begin: int
    end: int
    target: str  #: the address of a link or image, the label of a note, "display" of a formula with its own line
    detail: str = ""  #: the alternative text of an image, what an abbreviation is short for


class Frame(NamedTuple):
    """What stands around a block, outermost first. kind: "quote", "list", "item", "definitions", "table", "cell",
    "figure", "details" or "note". Blocks in one element have frames of one id."""

    kind: str
    id: int
    number: int = 0  #: of an item: its number, 0 in a list without
    row: int = 0  #: of a cell: its place in the table's grid, from 0
    column: int = 0
    row_span: int = 1
    column_span: int = 1
    header: bool = False
    task: str = "none"  #: of an item: "open" or "done" when it is something to do


class Block(NamedTuple):
    """One block of the page. `score` is 0 to 1; `category` is "content" for a kept block."""

    text: str
    kind: str
    category: str
    reason: str
    score: float
    level: int
    index: int
    detail: str  #: of code its language, of an image its address, of a note its label
    spans: List[Span]
    frames: List[Frame] = []


class Notice(NamedTuple):
    """What had to be done to read the page: a code such as "charset_guessed", a count and a detail."""

    code: str
    count: int
    detail: str


class Phrase(NamedTuple):
    """A phrase of the rules that was found in a block. match: "line", "prefix", "suffix", "heading" or "inside"."""

    text: str
    match: str
    category: str


class ExplainedBlock(NamedTuple):
    """A block of the page, kept or not, and what led to that."""

    block: Block
    path: str  #: where it stands: "body/div.main/article/p"
    model_score: float  #: before any pass changed it
    kept: bool
    phrases: List[Phrase]
    features: Dict[str, float]
    moved: Dict[str, float]  #: how far each feature moved the model's score, in logits


class Article:
    """What came out of a page. Always made; without an article it is false, and `verdict` says why.

    Attributes are read from the library when they are first asked for.
    """

    def __init__(self, handle: int, number: int = 0, owner: Optional[Explanation] = None) -> None:
        self._handle = handle
        self._number = number  # of the format of `rendered`
        self._owner = owner  # frees the handle; None: this does
        self._lock = threading.Lock()

    def __del__(self, free: Callable[[int], None] = _lib.pith_article_free) -> None:
        if self.__dict__.get("_handle") and self._owner is None:
            free(self._handle)

    def __getstate__(self) -> Dict[str, Any]:
        values = {name: getattr(self, name) for name, member in Article.__dict__.items()
                  if isinstance(member, cached_property)}
        return {**values, "_handle": None, "_number": self._number, "_owner": None}

    def __setstate__(self, state: Dict[str, Any]) -> None:
        self.__dict__.update(state, _lock=threading.Lock())

    def __bool__(self) -> bool:
        return bool(self.blocks if self._handle is None else _lib.pith_article_block_count(self._handle))

    def __repr__(self) -> str:
        return f"<pith.Article {self.verdict} {self.title!r}, confidence {self.confidence:.2f}>"

    def _field(self, name: str) -> str:
        return _lib.pith_article_field(self._handle, _FIELDS[name]).decode()

    def _list(self, name: str) -> List[str]:
        value = self._field(name)
        return value.split("\n") if value else []

    def _render(self, number: int) -> str:
        if self._handle is None:
            raise PithError("an article that was pickled has only `text`, `rendered` and its attributes")
        with self._lock:
            return _lib.pith_article_render(self._handle, number).decode()

    def render(self, format: str = "text", *, links: str = "keep") -> str:
        """The article as "text", "markdown", "html", "json" or "jsonl" (JSON on one line). links: "keep" or "drop".

        "json+origins", "jsonl+origins" tell where each field of the metadata was found; "tei" is an XML document,
        "front_matter" the metadata as YAML to stand before Markdown; "text+aligned" has tables in columns, and marks.
        """
        return self._render(_choice("format", format, _choice("links", links, _LINKS)))

    def to_dict(self) -> Dict[str, Any]:
        """What the JSON of the command holds, with its names (README.md)."""
        return json.loads(self.render("jsonl"))

    @cached_property
    def text(self) -> str:
        """The article as plain text, with its heading."""
        return self._render(0)

    @cached_property
    def rendered(self) -> str:
        """In the format that was asked for; the same as `text` by default."""
        return self.text if self._number == 0 else self._render(self._number)

    title: cached_property[str] = cached_property(lambda self: self._field("title"))
    authors: cached_property[List[str]] = cached_property(lambda self: self._list("authors"))
    published: cached_property[str] = cached_property(lambda self: self._field("published"))  #: ISO 8601
    modified: cached_property[str] = cached_property(lambda self: self._field("modified"))
    site_name: cached_property[str] = cached_property(lambda self: self._field("site_name"))
    source: cached_property[str] = cached_property(lambda self: self._field("source"))
    description: cached_property[str] = cached_property(lambda self: self._field("description"))
    canonical_url: cached_property[str] = cached_property(lambda self: self._field("canonical_url"))
    image_url: cached_property[str] = cached_property(lambda self: self._field("image_url"))
    language: cached_property[str] = cached_property(lambda self: self._field("language"))
    keywords: cached_property[List[str]] = cached_property(lambda self: self._list("keywords"))
    charset: cached_property[str] = cached_property(lambda self: self._field("charset"))
    verdict: cached_property[str] = cached_property(lambda self: self._field("verdict"))

    author_urls: cached_property[List[str]] = cached_property(lambda self: self._list("author_urls"))
    section: cached_property[str] = cached_property(lambda self: self._field("section"))
    license: cached_property[str] = cached_property(lambda self: self._field("license"))
    page_type: cached_property[str] = cached_property(lambda self: self._field("page_type"))
    access: cached_property[str] = cached_property(lambda self: self._field("access"))  #: "free", "restricted" or ""
    hostname: cached_property[str] = cached_property(lambda self: self._field("hostname"))

    @cached_property
    def alternates(self) -> List[Tuple[str, str]]:
        """The same article in other languages: pairs of language and address."""
        return [tuple(line.split("\t", 1)) for line in self._list("alternates")]

    @cached_property
    def origins(self) -> Dict[str, Tuple[str, float]]:
        """Where each field of the metadata was found, and how much such values are trusted, 0 to 1 (an estimate)."""
        origins, confidence = {}, ctypes.c_float()
        for name, number in _FIELDS.items():
            source = _lib.pith_article_field_origin(self._handle, number, ctypes.byref(confidence)).decode()
            if source:
                origins[name] = (source, confidence.value)
        return origins

    @cached_property
    def confidence(self) -> float:
        """Expected word F1 of the kept blocks, 0 to 1."""
        return _lib.pith_article_confidence(self._handle)

    @cached_property
    def verdict_confidence(self) -> float:
        """Probability that `verdict` is right, 0 to 1."""
        return _lib.pith_article_verdict_confidence(self._handle)

    @cached_property
    def title_in_text(self) -> bool:
        """The headline counts as article text: it stands above the blocks, which do not repeat it."""
        return bool(_lib.pith_article_title_in_text(self._handle))

    @cached_property
    def blocks(self) -> List[Block]:
        """The kept blocks, in reading order."""
        return _read_blocks(self._handle, "block", "span")

    @cached_property
    def dropped(self) -> List[Block]:
        """The other blocks; none unless the extractor keeps "dropped"."""
        return _read_blocks(self._handle, "dropped", "dropped_span")

    @cached_property
    def notices(self) -> List[Notice]:
        """What had to be done to read the page."""
        notices, count, detail = [], ctypes.c_uint64(), _String()
        for index in range(_lib.pith_article_notice_count(self._handle)):
            code = _lib.pith_article_notice(self._handle, index, ctypes.byref(count), ctypes.byref(detail))
            notices.append(Notice(code.decode(), count.value, detail.decode()))
        return notices


class _Owner:
    """Frees a handle of the library, so that a copy would free it once more: there is none, nor a pickle."""

    _handle: Optional[int] = None

    def __reduce_ex__(self, protocol: Any) -> Any:
        raise TypeError(f"a pith.{type(self).__name__} can be neither copied nor pickled")


class Explanation(_Owner):
    """Everything that led to an article, for people who tune rules or doubt a decision."""

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self.article = Article(_lib.pith_explanation_article(handle), owner=self)

    def __del__(self, free: Callable[[Optional[int]], None] = _lib.pith_explanation_free) -> None:
        free(self._handle)

    def to_text(self, *, evidence: bool = False) -> str:
        """A line a block; with `evidence` the phrases found in it and its features below it."""
        return _lib.pith_explanation_render(self._handle, int(evidence)).decode()

    __str__ = to_text

    @cached_property
    def blocks(self) -> List[ExplainedBlock]:
        """All blocks of the page, in document order."""
        return [self._block(number) for number in range(_lib.pith_explanation_block_count(self._handle))]

    def _block(self, number: int) -> ExplainedBlock:
        raw, more = _Block(ctypes.sizeof(_Block)), _Evidence(ctypes.sizeof(_Evidence))
        _lib.pith_explanation_block(self._handle, number, ctypes.byref(raw), ctypes.byref(more))
        return ExplainedBlock(_block_of(raw, [], []), more.path.decode(), more.model_score, bool(more.kept),
                              [self._phrase(number, index) for index in range(more.phrase_count)],
                              dict(self._feature(number, index) for index in range(more.feature_count)),
                              {self._feature(number, index)[0]: _lib.pith_explanation_feature_moved(self._handle, number, index)
                               for index in range(more.feature_count)})

    def _phrase(self, number: int, index: int) -> Phrase:
        match, category = _String(), _String()
        text = _lib.pith_explanation_phrase(self._handle, number, index, ctypes.byref(match), ctypes.byref(category))
        return Phrase(text.decode(), match.decode(), category.decode())

    def _feature(self, number: int, index: int) -> Tuple[str, float]:
        value = ctypes.c_float()
        name = _lib.pith_explanation_feature(self._handle, number, index, ctypes.byref(value))
        return name.decode(), value.value


class Extractor(_Owner):
    """Keeps options, rules and memory from page to page.

    leaning: "balanced", "precise" (for training corpora) or "complete" (for archives).
    keep: any of "dropped", "credits", "captions", "comments", "images", "embeds".
    metadata_guesses: False: only metadata that the page declares or labels.
    metadata: False: none but a title that the text shows, which is faster.
    rules: the bytes of a rules file that is added to the built-in rules; PithError when it is refused.
    max_...: budgets of one page, see include/pith/options.hpp. A page that exceeds one gets a notice.
    """

    def __init__(self, *, leaning: str = "balanced", keep: Iterable[str] = ("captions", "images", "embeds"),
                 rules: Union[bytes, str, None] = None, max_input_bytes: Optional[int] = None,
                 max_parse_bytes: Optional[int] = None, max_depth: Optional[int] = None,
                 max_blocks: Optional[int] = None, max_work: Optional[int] = None, metadata_guesses: bool = True,
                 metadata: bool = True) -> None:
        self._lock = threading.Lock()
        options = _Options()
        _lib.pith_options_init_sized(ctypes.byref(options), ctypes.sizeof(options))
        options.leaning = _choice("leaning", leaning, _LEANINGS)
        if isinstance(keep, (str, bytes)):
            raise TypeError(f"keep must be a list of names, not {keep!r}")
        options.keep = sum(_choice("keep", name, _KEEP) for name in set(keep))
        options.metadata_guesses = int(bool(metadata_guesses)) if metadata else -1
        _check_limit("max_work", max_work, 64)
        _set_limits(options, {"max_input_bytes": max_input_bytes, "max_parse_bytes": max_parse_bytes,
                              "max_depth": max_depth, "max_blocks": max_blocks})
        loaded = _load_rules(rules) if rules is not None else None
        self._handle = _long.pith_extractor_new(ctypes.byref(options), loaded)
        _lib.pith_rules_free(loaded)
        if not self._handle:
            raise PithError("out of memory")
        if max_work is not None:
            _lib.pith_extractor_set_max_work(self._handle, max_work)

    def __del__(self, free: Callable[[Optional[int]], None] = _lib.pith_extractor_free) -> None:
        free(self._handle)

    def extract(self, page: Page, *, url: Optional[str] = None, content_type: Optional[str] = None,
                encoding: Optional[str] = None, kind: str = "auto", fetched_at: When = None,
                memory: Optional[SiteMemory] = None, expect: str = "auto", known_title: Optional[str] = None,
                format: str = "text", links: str = "keep") -> Article:
        """The article of one page: bytes as served, or text that was decoded already.

        url: absolute; resolves links. content_type: the HTTP header's value. encoding: overrules all that the page says.
        kind: "auto", "html" or "text". fetched_at: an aware datetime or seconds since 1970, "3 hours ago" counts from
        it. memory: what other pages of the site have gets lower scores. expect: "auto", or the kind of page that it is
        known to be: "article", "forum", "product", "listing", "documentation". known_title: the headline, where it is
        known; a wrong one changes nothing. format, links: for Article.rendered.
        """
        number = _choice("format", format, _choice("links", links, _LINKS))
        source = _Source.of(page, url, content_type, encoding, kind, fetched_at, expect, known_title)
        return Article(self._run(_long.pith_extract_with, source, memory), number)

    def explain(self, page: Page, *, url: Optional[str] = None, content_type: Optional[str] = None,
                encoding: Optional[str] = None, kind: str = "auto", fetched_at: When = None,
                memory: Optional[SiteMemory] = None, expect: str = "auto",
                known_title: Optional[str] = None) -> Explanation:
        """The same run with everything that led to it; slower and larger, for people."""
        source = _Source.of(page, url, content_type, encoding, kind, fetched_at, expect, known_title)
        return Explanation(self._run(_long.pith_explain, source, memory))

    def learn(self, page: Page, memory: SiteMemory, *, url: str, content_type: Optional[str] = None,
              encoding: Optional[str] = None, kind: str = "auto") -> None:
        """Adds the page to what is known of its site; costs about half an extraction."""
        source = _Source.of(page, url, content_type, encoding, kind, None)
        with _memory("memory", memory)._lock:
            self._run(_long.pith_learn, source, memory)

    def _run(self, run: Callable[..., int], source: _Source, memory: Optional[SiteMemory]) -> int:
        if memory is not None and not isinstance(memory, SiteMemory):
            raise TypeError(f"memory must be a SiteMemory or None, not {type(memory).__name__}")
        with self._lock:
            made = run(self._handle, ctypes.byref(source), None if memory is None else memory._handle)
        if not made:
            raise PithError("out of memory")
        return made


class SiteMemory(_Owner):
    """What a site repeats from page to page: see include/pith/site.hpp. Extractor.learn() fills it.

    saved: what save() gave; PithError when it was cut or changed. Do not extract with a memory while another thread
    learns, merges or forgets.
    """

    def __init__(self, saved: Optional[bytes] = None) -> None:
        self._lock = threading.Lock()
        if saved is None:
            self._handle = _lib.pith_site_memory_new()
        elif not isinstance(saved, bytes):
            raise TypeError(f"saved must be bytes, not {type(saved).__name__}")
        else:
            self._handle = _load_bytes(_long.pith_site_memory_load, saved)

    def __del__(self, free: Callable[[Optional[int]], None] = _lib.pith_site_memory_free) -> None:
        free(self._handle)

    def save(self) -> bytes:
        """The memory as bytes, the same on every machine."""
        with self._lock:
            saved = _long.pith_site_memory_save(self._handle)
            return ctypes.string_at(saved.data, saved.length)

    def merge(self, other: SiteMemory) -> None:
        """Adds what `other` has learned."""
        _memory("other", other)
        with self._lock:
            if not _long.pith_site_memory_merge(self._handle, other._handle):
                raise PithError("out of memory")

    def forget(self, host: str) -> None:
        """Forgets a host: that of a URL in lower case, without "www." and port."""
        data = _text("host", host)
        with self._lock:
            _lib.pith_site_memory_forget(self._handle, data, len(data))

    @property
    def hosts(self) -> int:
        return _lib.pith_site_memory_hosts(self._handle)

    @property
    def pages(self) -> int:
        return _lib.pith_site_memory_pages(self._handle)


def _choice(what: str, name: str, known: Dict[str, Any]) -> Any:
    if not isinstance(name, str):
        raise TypeError(f"{what} must be str, not {type(name).__name__}")
    if name not in known:
        raise ValueError(f"{what} must be one of {', '.join(known)}, not {name!r}")
    return known[name]


def _memory(what: str, memory: SiteMemory) -> SiteMemory:
    if not isinstance(memory, SiteMemory):
        raise TypeError(f"{what} must be a SiteMemory, not {type(memory).__name__}")
    return memory


def _text(what: str, value: Optional[str]) -> bytes:
    if value is None:
        return b""
    if not isinstance(value, str):
        raise TypeError(f"{what} must be str or None, not {type(value).__name__}")
    return value.encode("utf-8", "replace")


def _seconds(when: When) -> int:
    if isinstance(when, datetime.datetime):
        if when.tzinfo is None:
            raise ValueError("fetched_at must say its time zone")
        when = when.timestamp()
    if when is not None and not isinstance(when, (int, float)):
        raise TypeError(f"fetched_at must be a datetime, seconds or None, not {type(when).__name__}")
    if isinstance(when, float) and not math.isfinite(when):
        raise ValueError(f"fetched_at must be a time, not {when!r}")
    seconds = int(when or 0)
    if not -2 ** 63 <= seconds < 2 ** 63:
        raise ValueError(f"fetched_at is too far away: {when!r}")
    return seconds


def _check_limit(name: str, limit: Optional[int], bits: int) -> None:
    if limit is not None and (not isinstance(limit, int) or isinstance(limit, bool)):
        raise TypeError(f"{name} must be int or None, not {type(limit).__name__}")
    if limit is not None and not 0 <= limit < 2 ** bits:
        raise ValueError(f"{name} must be from 0 to {2 ** bits - 1}, not {limit}")


def _set_limits(options: _Options, limits: Dict[str, Optional[int]]) -> None:
    for name, limit in limits.items():
        _check_limit(name, limit, 8 * getattr(_Options, name).size)
        if limit is not None:
            setattr(options, name, limit)


def _load_rules(rules: Union[bytes, str]) -> int:
    if not isinstance(rules, (bytes, str)):
        raise TypeError(f"rules must be bytes or str, not {type(rules).__name__}")
    data = rules.encode() if isinstance(rules, str) else rules
    return _load_bytes(lambda *arguments: _long.pith_rules_load(None, *arguments), data)


def _load_bytes(load: Callable[..., Optional[int]], data: bytes) -> int:
    message = ctypes.create_string_buffer(512)
    handle = load(data, len(data), message, len(message))
    if not handle:
        raise PithError(message.value.decode("utf-8", "replace") or "out of memory")
    return handle


def _block_of(raw: _Block, spans: List[Span], frames: List[Frame]) -> Block:
    return Block(raw.text.decode(), raw.kind.decode(), raw.category.decode(), raw.reason.decode(), raw.score, raw.level,
                 raw.index, raw.detail.decode(), spans, frames)


def _read_frames(handle: int, block: int, what: str) -> List[Frame]:
    get, raw = getattr(_lib, f"pith_article_{what}"), _Frame(ctypes.sizeof(_Frame))
    frames = []
    for index in range(getattr(_lib, f"pith_article_{what}_count")(handle, block)):
        get(handle, block, index, ctypes.byref(raw))
        frames.append(Frame(_FRAME_KINDS[raw.kind], raw.id, raw.number, raw.row, raw.column, raw.row_span,
                            raw.column_span, bool(raw.header), _TASKS[raw.task]))
    return frames


def _read_blocks(handle: int, what: str, spans: str) -> List[Block]:
    get, raw = getattr(_lib, f"pith_article_{what}"), _Block(ctypes.sizeof(_Block))
    blocks = []
    for index in range(getattr(_lib, f"pith_article_{what}_count")(handle)):
        get(handle, index, ctypes.byref(raw))
        blocks.append(_block_of(raw, _read_spans(handle, index, spans, raw.text),
                                _read_frames(handle, index, spans.replace("span", "frame"))))
    return blocks


def _read_spans(handle: int, block: int, what: str, text: _String) -> List[Span]:
    count = getattr(_lib, f"pith_article_{what}_count")(handle, block)
    if count == 0:
        return []
    get, raw = getattr(_lib, f"pith_article_{what}"), _Span(ctypes.sizeof(_Span))
    data = ctypes.string_at(text.data, text.length)
    spans = []
    for index in range(count):
        get(handle, block, index, ctypes.byref(raw))
        begin = len(data[:raw.begin].decode("utf-8"))  # the library counts bytes
        end = begin + len(data[raw.begin:raw.end].decode("utf-8"))
        spans.append(Span(_SPAN_KINDS[raw.kind], begin, end, raw.target.decode(), raw.detail.decode()))
    return spans


_local = threading.local()


def extract(page: Page, *, url: Optional[str] = None, content_type: Optional[str] = None,
            encoding: Optional[str] = None, kind: str = "auto", fetched_at: When = None,
            memory: Optional[SiteMemory] = None, expect: str = "auto", known_title: Optional[str] = None,
            format: str = "text", links: str = "keep") -> Article:
    """The article of one page with the default options; see Extractor.extract. Safe from any thread."""
    if not hasattr(_local, "extractor"):
        _local.extractor = Extractor()
    return _local.extractor.extract(page, url=url, content_type=content_type, encoding=encoding, kind=kind,
                                    fetched_at=fetched_at, memory=memory, expect=expect, known_title=known_title,
                                    format=format, links=links)


def extract_many(pages: Iterable[Union[Page, Tuple[Page, Optional[str]], Mapping[str, Any]]], *,
                 workers: Optional[int] = None, format: str = "text", links: str = "keep",
                 **options: Any) -> Iterator[Article]:
    """The articles of many pages, in their order, made by `workers` threads (default: one a core).

    A page is what extract() takes, a pair of it and its URL, or a mapping with "page" and arguments of extract().
    `pages` is read a little ahead of what is asked for, so it may be endless. options: those of Extractor.
    """
    count = (os.cpu_count() or 1) if workers is None else workers
    if not isinstance(count, int) or isinstance(count, bool):
        raise TypeError(f"workers must be int or None, not {type(workers).__name__}")
    if count < 1:
        raise ValueError(f"workers must be 1 or more, not {workers!r}")
    _choice("format", format, _choice("links", links, _LINKS))
    extractors: queue.SimpleQueue[Extractor] = queue.SimpleQueue()
    for _ in range(count):
        extractors.put(Extractor(**options))

    def work(batch: List[Any]) -> List[Article]:
        extractor = extractors.get()
        try:
            return [extractor.extract(format=format, links=links, **_arguments(page)) for page in batch]
        finally:
            extractors.put(extractor)

    return _in_order(pages, work, count)


def _arguments(page: Any) -> Dict[str, Any]:
    if isinstance(page, tuple):
        body, url = page
        return {"page": body, "url": url}
    return dict(page) if isinstance(page, Mapping) else {"page": page}


def _in_order(pages: Iterable[Any], work: Callable[[List[Any]], List[Article]], workers: int) -> Iterator[Article]:
    batch_size = 8  # passing a page to a thread costs about as much as the shortest extraction
    waiting: collections.deque = collections.deque()
    pool = concurrent.futures.ThreadPoolExecutor(workers, thread_name_prefix="pith")
    try:
        batch: List[Any] = []
        for page in pages:
            batch.append(page)
            if len(batch) == batch_size:
                waiting.append(pool.submit(work, batch))
                batch = []
            if len(waiting) > 2 * workers:
                yield from waiting.popleft().result()
        waiting.append(pool.submit(work, batch))
        while waiting:
            yield from waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()
        pool.shutdown()


def version() -> str:
    """The version of the library."""
    return _lib.pith_version().decode()
