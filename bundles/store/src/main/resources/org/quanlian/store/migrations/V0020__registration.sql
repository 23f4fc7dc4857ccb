-- Who takes part: enterprises, teams, hosts and providers, with what they declare and what the centre said.
CREATE TABLE registry_organisations (
    id VARCHAR(26) ${ordinal} NOT NULL,
    kind VARCHAR(12) NOT NULL,
    uscc VARCHAR(18),
    -- The code as long as the registration keeps it from others, else the id: a refused one does not.
    code_holder VARCHAR(26) NOT NULL,
    name VARCHAR(200) NOT NULL,
    area VARCHAR(6) NOT NULL,
    review_body VARCHAR(6),
    state VARCHAR(10) NOT NULL,
    representative_name VARCHAR(200),
    representative_masked VARCHAR(18),
    representative_key VARCHAR(64),
    verdict_approved BOOLEAN,
    verdict_reason VARCHAR(1000),
    verdict_by VARCHAR(26),
    verdict_at ${instant},
    created_at ${instant} NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT pk_registry_organisations PRIMARY KEY (id),
    CONSTRAINT uq_registry_organisations_code UNIQUE (kind, code_holder),
    CONSTRAINT ck_registry_organisations_state CHECK (state IN ('PENDING', 'APPROVED', 'REFUSED')),
    CONSTRAINT ck_registry_organisations_code CHECK (uscc IS NOT NULL OR kind = 'TEAM'),
    CONSTRAINT ck_registry_organisations_verdict CHECK (
        (verdict_approved IS NULL AND verdict_by IS NULL AND verdict_at IS NULL)
        OR (verdict_approved IS NOT NULL AND verdict_by IS NOT NULL AND verdict_at IS NOT NULL))
);
CREATE INDEX ix_registry_organisations_uscc ON registry_organisations (uscc);
CREATE INDEX ix_registry_organisations_state ON registry_organisations (state, id);
CREATE INDEX ix_registry_organisations_kind ON registry_organisations (kind, state, id);
CREATE INDEX ix_registry_organisations_body ON registry_organisations (review_body, id);
CREATE INDEX ix_registry_organisations_body_state ON registry_organisations (review_body, state, id);

CREATE TABLE registry_applicants (
    organisation VARCHAR(26) ${ordinal} NOT NULL,
    independent_legal_person BOOLEAN,
    host VARCHAR(26) ${ordinal},
    leader VARCHAR(200),
    industry VARCHAR(30),
    employees INTEGER,
    revenue ${money},
    assets ${money},
    CONSTRAINT pk_registry_applicants PRIMARY KEY (organisation),
    CONSTRAINT fk_registry_applicants_organisation FOREIGN KEY (organisation) REFERENCES registry_organisations (id),
    CONSTRAINT fk_registry_applicants_host FOREIGN KEY (host) REFERENCES registry_organisations (id)
);
CREATE INDEX ix_registry_applicants_host ON registry_applicants (host, organisation);

CREATE TABLE registry_research_spending (
    organisation VARCHAR(26) ${ordinal} NOT NULL,
    spending_year INTEGER NOT NULL,
    amount ${money} NOT NULL,
    CONSTRAINT pk_registry_research_spending PRIMARY KEY (organisation, spending_year),
    CONSTRAINT fk_registry_research_spending_organisation FOREIGN KEY (organisation)
        REFERENCES registry_organisations (id),
    CONSTRAINT ck_registry_research_spending_amount CHECK (amount >= 0)
);

CREATE TABLE registry_qualifications (
    organisation VARCHAR(26) ${ordinal} NOT NULL,
    place INTEGER NOT NULL,
    qualification VARCHAR(30) NOT NULL,
    entry_number VARCHAR(200),
    valid_from DATE,
    valid_until DATE,
    CONSTRAINT pk_registry_qualifications PRIMARY KEY (organisation, place),
    CONSTRAINT fk_registry_qualifications_organisation FOREIGN KEY (organisation)
        REFERENCES registry_organisations (id)
);

CREATE TABLE registry_providers (
    organisation VARCHAR(26) ${ordinal} NOT NULL,
    provider_kind VARCHAR(30) NOT NULL,
    sharing_number VARCHAR(200),
    sharing_confirmed BOOLEAN NOT NULL,
    CONSTRAINT pk_registry_providers PRIMARY KEY (organisation),
    CONSTRAINT fk_registry_providers_organisation FOREIGN KEY (organisation) REFERENCES registry_organisations (id)
);

CREATE TABLE registry_approvals (
    organisation VARCHAR(26) ${ordinal} NOT NULL,
    place INTEGER NOT NULL,
    platform VARCHAR(200) NOT NULL,
    document VARCHAR(200) NOT NULL,
    issuer VARCHAR(200) NOT NULL,
    approval_level VARCHAR(12) NOT NULL,
    CONSTRAINT pk_registry_approvals PRIMARY KEY (organisation, place),
    CONSTRAINT fk_registry_approvals_organisation FOREIGN KEY (organisation) REFERENCES registry_organisations (id)
);
