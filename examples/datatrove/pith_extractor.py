"""pith as an extractor of datatrove, where a pipeline like FineWeb's has trafilatura:

    from pith_extractor import Pith

    LocalPipelineExecutor(pipeline=[
        WarcReader("crawl"),
        Pith(),                    # instead of: Trafilatura(favour_precision=True)
        JsonlWriter("articles"),
    ]).run()

Needs the Python module: pip install ./examples/python. An article's metadata, confidence and verdict are put beside the
metadata that the document has; names that are taken stay as they are. Documents without an article are dropped and
counted, as datatrove's extractors do it, under `empty_` and the verdict.
"""

from typing import Any, Dict, Iterable, Optional

import pith
from datatrove.data import DocumentsPipeline
from datatrove.pipeline.extractors.base import BaseExtractor
from datatrove.utils.typeshelper import StatHints

METADATA = ("title", "authors", "published", "modified", "site_name", "source", "description", "canonical_url", "image_url",
            "language", "keywords", "confidence", "verdict")


class Pith(BaseExtractor):
    """
    Args:
        output_format: of the text: "text", "markdown", "html", ... (those of pith.Article.render)
        leaning: "balanced", "precise" (less text, surer) or "complete"
        keep: what else is kept, such as ("captions", "comments"); None: the library's default
        with_metadata: False leaves the documents' metadata as it is
        keep_empty: True passes documents without an article on, with an empty text
    """

    name = "Pith"

    def __init__(self, output_format: str = "text", leaning: str = "balanced", keep: Optional[Iterable[str]] = None,
                 with_metadata: bool = True, keep_empty: bool = False):
        super().__init__()
        self.output_format = output_format
        self.options: Dict[str, Any] = {"leaning": leaning} if keep is None else {"leaning": leaning, "keep": tuple(keep)}
        self.with_metadata = with_metadata
        self.keep_empty = keep_empty

    def extract(self, text: str) -> str:
        """The rendering of one page; for those who call an extractor by hand."""
        return pith.Extractor(**self.options).extract(text).render(self.output_format)

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """In this process: datatrove's sandbox guards against extractors that hang or die on a page, and pith does not."""
        extractor = pith.Extractor(**self.options)  # here, since a handle of the library does not travel to workers
        for document in data:
            self.stat_update(StatHints.total)
            with self.track_time():
                article = extractor.extract(document.text, url=document.metadata.get("url"))
                document.text = article.render(self.output_format)
                if self.with_metadata:
                    document.metadata = {**metadata_of(article), **document.metadata}
            if document.text or self.keep_empty:
                self.stat_update(StatHints.forwarded)
                self.update_doc_stats(document)
                yield document
            else:
                self.stat_update(StatHints.dropped, f"empty_{article.verdict}")


def metadata_of(article: pith.Article) -> Dict[str, Any]:
    """What is known of an article, as JSON can hold it."""
    values = ((name, getattr(article, name)) for name in METADATA)
    return {name: value for name, value in values if value or value == 0}
