"""What search.backends takes over from modelsearch, calls or replaces: whoever upgrades it reads what changed."""

import inspect
from collections.abc import Callable
from hashlib import sha256

import pytest
from modelsearch import index, utils
from modelsearch.backends import base
from modelsearch.backends.database.postgres import postgres
from modelsearch.backends.database.sqlite import query as sqlite_query
from modelsearch.backends.database.sqlite import sqlite
from wagtail.search.backends import get_search_backend

from search.backends.database import BACKENDS

pytestmark = pytest.mark.once  # reads sources, asks no database

SQLITE, POSTGRES = sqlite.SQLiteSearchQueryCompiler, postgres.PostgresSearchQueryCompiler
READ = {
    "what is read of an object": (sqlite.ObjectIndexer, "23ba65971214"),
    "the same, with weights": (postgres.ObjectIndexer, "ce1c3dd64288"),
    "how entries are written": (sqlite.SQLiteIndex.add_items, "6e4d599997a4"),
    "the same on PostgreSQL": (postgres.PostgresIndex.add_items, "62bf7488351e"),
    "weights of titles": (postgres.PostgresIndex._refresh_title_norms, "cabf10eb3caa"),
    "a question on SQLite": (SQLITE.search, "4b214294f362"),
    "its autocomplete": (sqlite.SQLiteAutocompleteQueryCompiler, "0846c0bf919f"),
    "its words": (SQLITE.build_search_query_content, "75f3d8849457"),
    "what is negated": (sqlite_query.normalize, "056b49d66fcb"),
    "where they are looked for": (sqlite_query.MatchExpression, "67f930485d34"),
    "a question on PostgreSQL": (POSTGRES.search, "8a732f3f3c61"),
    "its autocomplete, too": (postgres.PostgresAutocompleteQueryCompiler, "19f9b9fa7cb1"),
    "its words, too": (POSTGRES.build_tsquery_content, "1a16c13d549d"),
    "how good an answer is": (POSTGRES.build_tsrank, "d6572abcc140"),
    "all of it together": (POSTGRES._build_rank_expression, "48a64c62f7e1"),
    "the order": (POSTGRES._apply_ordering_and_scoring, "710a76686d98"),
    "settings on PostgreSQL": (postgres.PostgresSearchBackend, "e80f6f5ddb58"),
    "building anew": (postgres.PostgresSearchRebuilder, "b73639b30ba0"),
    "building anew on SQLite": (sqlite.SQLiteSearchRebuilder, "c28e6ee6d55c"),
    "who is asked": (base.BaseSearchBackend, "17d5ca9f367c"),
    "which models": (index.get_indexed_models, "bad7d6798ee2"),
    "kinds of content": (utils.get_descendants_content_types_pks, "27fc5724dde6"),
}
"""Part, and the beginning of the digest of its source as it was when the backends were written (modelsearch 1.3.2)."""


@pytest.mark.parametrize("part", READ)
def test_modelsearch_is_as_the_backends_take_it_for(part: str):
    source, digest = READ[part]
    assert _digest(source) == digest, f"read {source.__module__}.{source.__qualname__} anew, then search/backends"


def _digest(source: Callable) -> str:
    return sha256(inspect.getsource(source).encode()).hexdigest()[:12]


def test_the_backend_in_use_is_ours():
    backend = type(get_search_backend())
    assert f"{backend.__module__}.{backend.__qualname__}" in BACKENDS.values()


def test_one_index_holds_everything():
    assert len(list(get_search_backend().all_indexes())) == 1
