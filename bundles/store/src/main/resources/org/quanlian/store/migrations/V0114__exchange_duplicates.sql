-- Invoices of claims that partners say they support too.
CREATE TABLE exchange_suspicions (
    id VARCHAR(26) ${ordinal} NOT NULL,
    partner VARCHAR(6) NOT NULL,
    fingerprint VARCHAR(64) NOT NULL,
    claim VARCHAR(26) NOT NULL,
    invoice VARCHAR(200) NOT NULL,
    found_at ${instant} NOT NULL,
    partner_since ${instant} NOT NULL,
    state VARCHAR(10) NOT NULL,
    reason VARCHAR(1000),
    settled_by VARCHAR(200),
    settled_at ${instant},
    CONSTRAINT pk_exchange_suspicions PRIMARY KEY (id),
    CONSTRAINT ck_exchange_suspicions_state CHECK (state IN ('OPEN', 'DISMISSED', 'CONFIRMED', 'GONE'))
);
CREATE INDEX ix_exchange_suspicions_claim ON exchange_suspicions (claim);
CREATE INDEX ix_exchange_suspicions_state ON exchange_suspicions (state, id);
CREATE INDEX ix_exchange_suspicions_invoice ON exchange_suspicions (partner, fingerprint);
