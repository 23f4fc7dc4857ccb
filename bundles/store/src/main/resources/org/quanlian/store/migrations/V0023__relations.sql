-- Who holds whom and who acts for whom, as registered, declared or imported; what is replaced stays with its end.
CREATE TABLE relation_ties (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    -- REGISTRATION or DECLARATION of an organisation, or IMPORT of a list.
    source VARCHAR(12) NOT NULL,
    organisation VARCHAR(26) ${ordinal},
    list_import VARCHAR(26) ${ordinal},
    holder_key VARCHAR(70) NOT NULL,
    holder_name VARCHAR(200) NOT NULL,
    held_key VARCHAR(70) NOT NULL,
    held_name VARCHAR(200) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    share_millionths INTEGER,
    valid_from DATE,
    valid_until DATE,
    recorded_at ${instant} NOT NULL,
    replaced_at ${instant},
    CONSTRAINT pk_relation_ties PRIMARY KEY (id),
    CONSTRAINT fk_relation_ties_organisation FOREIGN KEY (organisation) REFERENCES registry_organisations (id),
    CONSTRAINT fk_relation_ties_import FOREIGN KEY (list_import) REFERENCES list_imports (id),
    CONSTRAINT ck_relation_ties_source CHECK (
        (source = 'IMPORT' AND list_import IS NOT NULL AND organisation IS NULL)
        OR (source IN ('REGISTRATION', 'DECLARATION') AND list_import IS NULL AND organisation IS NOT NULL)),
    CONSTRAINT ck_relation_ties_share CHECK (share_millionths IS NULL OR share_millionths BETWEEN 1 AND 1000000)
);
CREATE INDEX ix_relation_ties_held ON relation_ties (held_key);
CREATE INDEX ix_relation_ties_organisation ON relation_ties (organisation, source);
CREATE INDEX ix_relation_ties_import ON relation_ties (list_import);
