-- Documents, sections, passages, facts, arithmetic audits and series of one snapshot; written once,
-- then only read.
--
-- `row` is a record's place in the corpus, counted from 0; the lexical index and the vectors
-- name a passage by it. `id` is the readable identifier that leaves this room.
-- Lists are JSON. Every column that a request can narrow by has an index, and every order that a
-- list can be read in has one that begins with what it is sorted by and ends with the id.

CREATE TABLE documents (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    title TEXT NOT NULL,
    municipality TEXT,
    publisher TEXT,
    document_type TEXT NOT NULL,
    fiscal_years TEXT NOT NULL,
    published_on TEXT,
    source_url TEXT,
    licence TEXT NOT NULL,
    language TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    is_digest INTEGER NOT NULL,
    is_truncated INTEGER NOT NULL,
    supersedes TEXT,
    inferred TEXT NOT NULL
) STRICT;
CREATE INDEX documents_by_municipality ON documents (municipality, id);
CREATE INDEX documents_by_type ON documents (document_type, id);
CREATE INDEX documents_by_supersedes ON documents (supersedes, id);
CREATE INDEX documents_by_title ON documents (title, id);
CREATE INDEX documents_by_published_on ON documents (published_on, id);

-- Kept apart so that listing documents does not read their text.
CREATE TABLE texts (
    document_id TEXT PRIMARY KEY REFERENCES documents (id),
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE left_out (
    document_id TEXT NOT NULL REFERENCES documents (id),
    position INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE sections (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document_id TEXT NOT NULL REFERENCES documents (id),
    heading_path TEXT NOT NULL,
    position INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    page_printed TEXT,
    page_physical INTEGER
) STRICT;
CREATE INDEX sections_by_document ON sections (document_id, id);

CREATE TABLE passages (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document_id TEXT NOT NULL REFERENCES documents (id),
    section_id TEXT NOT NULL REFERENCES sections (id),
    heading_path TEXT NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    page_printed TEXT,
    page_physical INTEGER,
    digest TEXT NOT NULL
) STRICT;
CREATE INDEX passages_by_document ON passages (document_id, id);
CREATE INDEX passages_by_section ON passages (section_id, id);

-- `value` is the exact decimal or the grade as printed; `value_is_number` says which.
-- `amount_krw` is ANY because a stated amount may be larger than 64 bits; then it is kept as text.
-- `is_doubtful` is a column of its own, last in the indexes, so that leaving doubtful facts out of a
-- count reads no row, and out of a page no other row. (SQLite does not count with a generated one.)
CREATE TABLE facts (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document_id TEXT NOT NULL REFERENCES documents (id),
    section_id TEXT NOT NULL,
    passage_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    municipality TEXT,
    name TEXT NOT NULL,
    value TEXT,
    value_is_number INTEGER NOT NULL,
    unit TEXT,
    amount_krw ANY,
    raw_text TEXT NOT NULL,
    fiscal_year INTEGER,
    period_start TEXT,
    period_end TEXT,
    has_period INTEGER NOT NULL,
    organisation TEXT,
    comparator TEXT,
    account TEXT,
    funding_source TEXT,
    quote TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    page_printed TEXT,
    page_physical INTEGER,
    flags TEXT NOT NULL,
    doubts TEXT NOT NULL,
    is_doubtful INTEGER NOT NULL CHECK (is_doubtful = 0 OR (is_doubtful = 1 AND doubts <> '[]'))
) STRICT;
CREATE INDEX facts_by_document ON facts (document_id, id, is_doubtful);
CREATE INDEX facts_by_section ON facts (section_id, id, is_doubtful);
CREATE INDEX facts_by_passage ON facts (passage_id, id, is_doubtful);
CREATE INDEX facts_by_kind ON facts (kind, id, is_doubtful);
CREATE INDEX facts_by_municipality ON facts (municipality, id, is_doubtful);
CREATE INDEX facts_by_name ON facts (name, id, is_doubtful);
CREATE INDEX facts_by_fiscal_year ON facts (fiscal_year, id, is_doubtful);
CREATE INDEX facts_by_organisation ON facts (organisation, id, is_doubtful);
CREATE INDEX facts_by_amount ON facts (amount_krw, id, is_doubtful);
CREATE INDEX facts_by_due_date ON facts (period_end, id, is_doubtful);
CREATE INDEX facts_by_grade ON facts (value, value_is_number, row);
-- What few facts have is indexed for these alone. Numbers are not: what is asked of them are ranges
-- that many meet, and reading on in order of id until the page is full is cheaper than sorting.
CREATE INDEX facts_by_unit ON facts (unit, id, is_doubtful) WHERE unit IS NOT NULL;
CREATE INDEX facts_by_account ON facts (account, id, is_doubtful) WHERE account IS NOT NULL;
CREATE INDEX facts_by_funding_source ON facts (funding_source, id, is_doubtful)
    WHERE funding_source IS NOT NULL;
CREATE INDEX facts_by_comparator ON facts (comparator, id, is_doubtful)
    WHERE comparator IS NOT NULL;
CREATE INDEX facts_by_beginning ON facts (period_start, id, is_doubtful)
    WHERE period_start IS NOT NULL;
-- The lists of one kind (budgets, projects, …) are read in the same orders.
CREATE INDEX facts_of_kind_by_name ON facts (kind, name, id, is_doubtful);
CREATE INDEX facts_of_kind_by_fiscal_year ON facts (kind, fiscal_year, id, is_doubtful);
CREATE INDEX facts_of_kind_by_amount ON facts (kind, amount_krw, id, is_doubtful);
CREATE INDEX facts_of_kind_by_due_date ON facts (kind, period_end, id, is_doubtful);
-- So are those of one place, which make a fifth of the file; their kind stands last, so that no row is read to leave it out.
CREATE INDEX facts_of_place_by_name ON facts (municipality, name, id, is_doubtful, kind);
CREATE INDEX facts_of_place_by_fiscal_year
    ON facts (municipality, fiscal_year, id, is_doubtful, kind);
CREATE INDEX facts_of_place_by_amount ON facts (municipality, amount_krw, id, is_doubtful, kind);
CREATE INDEX facts_of_place_by_due_date ON facts (municipality, period_end, id, is_doubtful, kind);

-- The flags of facts once more, by flag.
CREATE TABLE fact_flags (
    flag TEXT NOT NULL,
    fact_row INTEGER NOT NULL REFERENCES facts (row),
    PRIMARY KEY (flag, fact_row)
) STRICT, WITHOUT ROWID;

CREATE TABLE fact_values (
    fact_row INTEGER NOT NULL REFERENCES facts (row),
    position INTEGER NOT NULL,
    year INTEGER,
    value TEXT,
    value_is_number INTEGER NOT NULL,
    phase TEXT,
    PRIMARY KEY (fact_row, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_values_by_year ON fact_values (year, fact_row);
CREATE INDEX fact_values_by_phase ON fact_values (phase, fact_row);

-- A name as one token a character, so that a phrase query finds any part of a name by index.
CREATE VIRTUAL TABLE fact_names USING fts5 (characters, content = '', tokenize = 'ascii');

CREATE TABLE arithmetic_audits (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document_id TEXT NOT NULL REFERENCES documents (id),
    section_id TEXT NOT NULL REFERENCES sections (id),
    passage_id TEXT NOT NULL REFERENCES passages (id),
    municipality TEXT,
    name TEXT NOT NULL,
    fiscal_year INTEGER,
    relation TEXT NOT NULL,
    result TEXT NOT NULL,
    reason TEXT NOT NULL,
    unit TEXT,
    computed TEXT,
    difference TEXT,
    expression TEXT NOT NULL,
    quote TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    page_printed TEXT,
    page_physical INTEGER
) STRICT;
CREATE INDEX arithmetic_audits_by_document ON arithmetic_audits (document_id, id);
CREATE INDEX arithmetic_audits_by_section ON arithmetic_audits (section_id, id);
CREATE INDEX arithmetic_audits_by_passage ON arithmetic_audits (passage_id, id);
CREATE INDEX arithmetic_audits_by_municipality ON arithmetic_audits (municipality, id);
CREATE INDEX arithmetic_audits_by_name ON arithmetic_audits (name, id);
CREATE INDEX arithmetic_audits_by_result ON arithmetic_audits (result, id);
CREATE INDEX arithmetic_audits_by_fiscal_year ON arithmetic_audits (fiscal_year, id);
CREATE INDEX arithmetic_audits_by_relation ON arithmetic_audits (relation, id);
CREATE INDEX arithmetic_audits_by_reason ON arithmetic_audits (reason, id);
CREATE INDEX arithmetic_audits_by_unit ON arithmetic_audits (unit, id) WHERE unit IS NOT NULL;

-- Position 0 is the figure that is stated; the terms that it follows from come after it, in order.
CREATE TABLE arithmetic_terms (
    audit_row INTEGER NOT NULL REFERENCES arithmetic_audits (row),
    position INTEGER NOT NULL,
    label TEXT NOT NULL,
    raw_text TEXT NOT NULL,
    value TEXT,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    fact_id TEXT REFERENCES facts (id),
    PRIMARY KEY (audit_row, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX arithmetic_terms_by_fact ON arithmetic_terms (fact_id, audit_row);

CREATE VIRTUAL TABLE audit_names USING fts5 (characters, content = '', tokenize = 'ascii');

-- `document_ids` keeps the order of the documents' days, which the points do not tell.
CREATE TABLE series (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    municipality TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    unit TEXT,
    document_ids TEXT NOT NULL,
    conflicts TEXT NOT NULL
) STRICT;
CREATE INDEX series_by_municipality ON series (municipality, id);
CREATE INDEX series_by_kind ON series (kind, id);
CREATE INDEX series_by_name ON series (name, id);
CREATE INDEX series_of_place_by_name ON series (municipality, name, id);
CREATE INDEX series_by_unit ON series (unit, id) WHERE unit IS NOT NULL;
CREATE INDEX series_by_conflicts ON series ((conflicts <> '[]'), id);

CREATE TABLE series_points (
    series_row INTEGER NOT NULL REFERENCES series (row),
    position INTEGER NOT NULL,
    year INTEGER NOT NULL,
    value TEXT NOT NULL,
    value_is_number INTEGER NOT NULL,
    phase TEXT,
    fact_id TEXT NOT NULL REFERENCES facts (id),
    document_id TEXT NOT NULL REFERENCES documents (id),
    PRIMARY KEY (series_row, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX series_points_by_fact ON series_points (fact_id, series_row);
CREATE INDEX series_points_by_document ON series_points (document_id, series_row);
CREATE INDEX series_points_by_year ON series_points (year, series_row);

CREATE VIRTUAL TABLE series_names USING fts5 (characters, content = '', tokenize = 'ascii');

CREATE TABLE excluded (
    position INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    code TEXT NOT NULL,
    message_ko TEXT NOT NULL,
    message_en TEXT NOT NULL
) STRICT;
