-- Lists from outside, each true from its date on until a newer one of its kind and series; none is ever changed.
CREATE TABLE list_imports (
    id VARCHAR(26) ${ordinal} NOT NULL,
    kind VARCHAR(30) NOT NULL,
    series VARCHAR(200) NOT NULL,
    as_of DATE NOT NULL,
    digest VARCHAR(64) NOT NULL,
    line_count INTEGER NOT NULL,
    imported_by VARCHAR(26) NOT NULL,
    imported_at ${instant} NOT NULL,
    CONSTRAINT pk_list_imports PRIMARY KEY (id),
    CONSTRAINT uq_list_imports_file UNIQUE (kind, series, as_of, digest)
);
CREATE INDEX ix_list_imports_kind ON list_imports (kind, id);

CREATE TABLE list_entries (
    list_import VARCHAR(26) ${ordinal} NOT NULL,
    place INTEGER NOT NULL,
    uscc VARCHAR(18) NOT NULL,
    name VARCHAR(200) NOT NULL,
    entry_number VARCHAR(200),
    valid_from DATE,
    valid_until DATE,
    CONSTRAINT pk_list_entries PRIMARY KEY (list_import, place),
    CONSTRAINT fk_list_entries_import FOREIGN KEY (list_import) REFERENCES list_imports (id)
);
CREATE INDEX ix_list_entries_uscc ON list_entries (uscc, list_import);
