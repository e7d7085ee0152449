"""A document made at one stroke: no journal, no history, the same bytes for the same content."""

from __future__ import annotations

import hashlib

from cxaudit.domain.engagement import Engagement
from cxaudit.storage.document import Header, encode
from cxaudit.storage.document_json import dump
from cxaudit.storage.payload import Content, build_payload


def single_document(engagement: Engagement) -> bytes:
    """Return the bytes of a document that holds this and nothing else. Raises ValueError where it is too large."""
    payload = dump(build_payload(Content(engagement)))
    return encode(Header(doc_id=hashlib.sha256(payload).hexdigest()[:32]), payload)
