-- What providers offer, and the index by which the public finds it: only what is public stands in the index.
CREATE TABLE catalogue_items (
    id VARCHAR(26) ${ordinal} NOT NULL,
    provider VARCHAR(26) ${ordinal} NOT NULL,
    category VARCHAR(30) NOT NULL,
    name VARCHAR(200) NOT NULL,
    description VARCHAR(2000) NOT NULL,
    price ${money},
    unit VARCHAR(200),
    area VARCHAR(6) NOT NULL,
    state VARCHAR(10) NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT pk_catalogue_items PRIMARY KEY (id),
    CONSTRAINT fk_catalogue_items_provider FOREIGN KEY (provider) REFERENCES registry_organisations (id),
    CONSTRAINT ck_catalogue_items_price CHECK (price IS NULL OR (price >= 0 AND unit IS NOT NULL)),
    CONSTRAINT ck_catalogue_items_state CHECK (state IN ('OFFERED', 'WITHDRAWN'))
);
CREATE INDEX ix_catalogue_items_provider ON catalogue_items (provider, id);

CREATE TABLE catalogue_entries (
    -- The id of a service, or of a provider.
    entry VARCHAR(26) ${ordinal} NOT NULL,
    provider VARCHAR(26) ${ordinal} NOT NULL,
    item VARCHAR(26) ${ordinal},
    category VARCHAR(30),
    area VARCHAR(6) ${ordinal} NOT NULL,
    CONSTRAINT pk_catalogue_entries PRIMARY KEY (entry),
    CONSTRAINT fk_catalogue_entries_provider FOREIGN KEY (provider) REFERENCES registry_organisations (id),
    CONSTRAINT fk_catalogue_entries_item FOREIGN KEY (item) REFERENCES catalogue_items (id)
);
CREATE INDEX ix_catalogue_entries_provider ON catalogue_entries (provider);
CREATE INDEX ix_catalogue_entries_category ON catalogue_entries (category, entry);

-- Pairs of Chinese characters and words of other scripts, each with what it is found in; category and area stand here
-- too, so that a narrowed question needs no other table.
CREATE TABLE catalogue_terms (
    term VARCHAR(32) ${ordinal} NOT NULL,
    entry VARCHAR(26) ${ordinal} NOT NULL,
    category VARCHAR(30),
    area VARCHAR(6) ${ordinal} NOT NULL,
    CONSTRAINT pk_catalogue_terms PRIMARY KEY (term, entry),
    CONSTRAINT fk_catalogue_terms_entry FOREIGN KEY (entry) REFERENCES catalogue_entries (entry) ON DELETE CASCADE
);
CREATE INDEX ix_catalogue_terms_entry ON catalogue_terms (entry);
