-- The audit trail: a chain of entries with what each changed, its head, where it was cut, and the node's anchors.
CREATE TABLE audit_head (
    id BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    digest VARCHAR(64) NOT NULL,
    CONSTRAINT pk_audit_head PRIMARY KEY (id)
);
INSERT INTO audit_head (id, seq, digest) VALUES
    (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- What stands before the first entry that is kept.
CREATE TABLE audit_cut (
    id BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    digest VARCHAR(64) NOT NULL,
    CONSTRAINT pk_audit_cut PRIMARY KEY (id)
);
INSERT INTO audit_cut (id, seq, digest) VALUES
    (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TABLE audit_entries (
    seq BIGINT NOT NULL,
    id VARCHAR(26) NOT NULL,
    happened_at ${instant} NOT NULL,
    account VARCHAR(26) NOT NULL,
    account_role VARCHAR(20) NOT NULL,
    organisation VARCHAR(26) NOT NULL,
    source VARCHAR(300) NOT NULL,
    trace VARCHAR(300) NOT NULL,
    operation VARCHAR(300) NOT NULL,
    subject VARCHAR(300) NOT NULL,
    outcome VARCHAR(10) NOT NULL,
    status INTEGER NOT NULL,
    refusal_code VARCHAR(200) NOT NULL,
    change_count INTEGER NOT NULL,
    algorithm VARCHAR(10) NOT NULL,
    previous_digest VARCHAR(64) NOT NULL,
    digest VARCHAR(64) NOT NULL,
    CONSTRAINT pk_audit_entries PRIMARY KEY (seq),
    CONSTRAINT uq_audit_entries_id UNIQUE (id)
);
CREATE INDEX ix_audit_entries_at ON audit_entries (happened_at);
CREATE INDEX ix_audit_entries_account ON audit_entries (account, seq);

-- Written before the place of its entry in the chain is known, so by the entry's name and without a foreign key.
CREATE TABLE audit_changes (
    entry VARCHAR(26) NOT NULL,
    table_name VARCHAR(40) ${ordinal} NOT NULL,
    row_key VARCHAR(400) ${ordinal} NOT NULL,
    before_digest VARCHAR(80) NOT NULL,
    after_digest VARCHAR(80) NOT NULL,
    CONSTRAINT pk_audit_changes PRIMARY KEY (row_key, table_name, entry)
);
CREATE INDEX ix_audit_changes_entry ON audit_changes (entry);

CREATE TABLE audit_anchors (
    seq BIGINT NOT NULL,
    digest VARCHAR(64) NOT NULL,
    signed_at ${instant} NOT NULL,
    signing_key VARCHAR(200) NOT NULL,
    signature VARCHAR(1000) NOT NULL,
    CONSTRAINT pk_audit_anchors PRIMARY KEY (seq)
);
