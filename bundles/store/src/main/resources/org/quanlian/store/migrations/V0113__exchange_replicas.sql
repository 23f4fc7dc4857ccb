-- What changed here and may concern other provinces, until it was told.
CREATE TABLE exchange_notes (
    id VARCHAR(26) ${ordinal} NOT NULL,
    kind VARCHAR(10) NOT NULL,
    subject VARCHAR(26) NOT NULL,
    CONSTRAINT pk_exchange_notes PRIMARY KEY (id)
);
-- What was there before the exchange is told too; no two of these things have one name.
INSERT INTO exchange_notes (id, kind, subject)
    SELECT id, 'PROVIDER', id FROM registry_organisations WHERE kind = 'PROVIDER';
INSERT INTO exchange_notes (id, kind, subject) SELECT id, 'VIOLATION', id FROM violations;
INSERT INTO exchange_notes (id, kind, subject) SELECT DISTINCT claim, 'CLAIM', claim FROM held_activities;

-- How far a replica is in step with its owner.
CREATE TABLE exchange_replicas (
    owner VARCHAR(6) NOT NULL,
    audience VARCHAR(6) NOT NULL,
    data_class VARCHAR(20) ${ordinal} NOT NULL,
    told_until VARCHAR(110) ${ordinal} NOT NULL,
    run BIGINT NOT NULL,
    started_at ${instant},
    finished_at ${instant},
    compared_at ${instant},
    agreed_at ${instant},
    differences BIGINT NOT NULL,
    CONSTRAINT pk_exchange_replicas PRIMARY KEY (owner, audience, data_class)
);

-- The items of each replica, as they were last told.
CREATE TABLE exchange_items (
    owner VARCHAR(6) NOT NULL,
    audience VARCHAR(6) NOT NULL,
    data_class VARCHAR(20) ${ordinal} NOT NULL,
    kind VARCHAR(20) ${ordinal} NOT NULL,
    item_key VARCHAR(80) ${ordinal} NOT NULL,
    content ${text} NOT NULL,
    digest VARCHAR(64) NOT NULL,
    bucket INTEGER NOT NULL,
    origin VARCHAR(80) ${ordinal} NOT NULL,
    told_at ${instant} NOT NULL,
    CONSTRAINT pk_exchange_items PRIMARY KEY (owner, audience, data_class, kind, item_key)
);
CREATE INDEX ix_exchange_items_bucket ON exchange_items (owner, audience, data_class, bucket, kind, item_key);
CREATE INDEX ix_exchange_items_origin ON exchange_items (owner, audience, data_class, origin);

-- The providers among what partners told, as claims are assessed by them.
CREATE TABLE exchange_providers (
    partner VARCHAR(6) NOT NULL,
    uscc VARCHAR(18) ${ordinal} NOT NULL,
    name VARCHAR(200) NOT NULL,
    area VARCHAR(6) NOT NULL,
    kind VARCHAR(30),
    provider_level VARCHAR(30),
    on_sharing_platform BOOLEAN NOT NULL,
    told_at ${instant} NOT NULL,
    CONSTRAINT pk_exchange_providers PRIMARY KEY (partner, uscc)
);
