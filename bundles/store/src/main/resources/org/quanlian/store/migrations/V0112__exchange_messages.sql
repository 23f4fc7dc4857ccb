-- What partners are told and tell. Messages and receipts are evidence: they are kept as long as the audit trail, and no
-- statement of the node deletes one. Texts are canonical JSON, so their bytes in UTF-8 are what was signed.

-- Certificates that signed something which is kept, this node's own among them; each once, however much it signed.
CREATE TABLE exchange_signers (
    fingerprint VARCHAR(64) NOT NULL,
    pem ${text} NOT NULL,
    CONSTRAINT pk_exchange_signers PRIMARY KEY (fingerprint)
);

-- How far a partner was told about a subject. Whoever adds or settles a message writes here first, so that places have no
-- gaps and no two messages about a subject are under way.
CREATE TABLE exchange_outbox_subjects (
    partner VARCHAR(6) NOT NULL,
    subject VARCHAR(200) NOT NULL,
    -- The place of the last message that was born, of the last that is settled, and how many of them the partner stored.
    born BIGINT NOT NULL,
    settled BIGINT NOT NULL,
    delivered BIGINT NOT NULL,
    CONSTRAINT pk_exchange_outbox_subjects PRIMARY KEY (partner, subject),
    CONSTRAINT fk_exchange_outbox_subjects_partner FOREIGN KEY (partner) REFERENCES exchange_partners (province),
    CONSTRAINT ck_exchange_outbox_subjects CHECK (delivered <= settled AND settled <= born)
);

CREATE TABLE exchange_outbox (
    id VARCHAR(26) ${ordinal} NOT NULL,
    partner VARCHAR(6) NOT NULL,
    subject VARCHAR(200) NOT NULL,
    -- Its place among all about the subject that were born.
    place BIGINT NOT NULL,
    -- Its place among those that the partner stores; known when its turn comes.
    sequence_number BIGINT,
    message_type VARCHAR(80) NOT NULL,
    born_at ${instant} NOT NULL,
    expires_at ${instant} NOT NULL,
    trace_parent VARCHAR(55),
    -- Until it is signed; then they stand in the message.
    content ${text},
    content_length INTEGER NOT NULL,
    state VARCHAR(10) NOT NULL,
    owed_since ${instant} NOT NULL,
    due_at ${instant} NOT NULL,
    attempts INTEGER NOT NULL,
    settled_at ${instant},
    problem VARCHAR(70),
    problem_zh VARCHAR(2000),
    problem_en VARCHAR(2000),
    successor VARCHAR(26),
    message ${text},
    signature VARCHAR(22000),
    signer VARCHAR(64),
    -- The last answer that was verified: the receipt, or a refusal.
    receipt VARCHAR(16384),
    receipt_signature VARCHAR(22000),
    receipt_signer VARCHAR(64),
    CONSTRAINT pk_exchange_outbox PRIMARY KEY (id),
    CONSTRAINT uq_exchange_outbox_place UNIQUE (partner, subject, place),
    CONSTRAINT fk_exchange_outbox_subject FOREIGN KEY (partner, subject)
        REFERENCES exchange_outbox_subjects (partner, subject),
    CONSTRAINT fk_exchange_outbox_signer FOREIGN KEY (signer) REFERENCES exchange_signers (fingerprint),
    CONSTRAINT fk_exchange_outbox_receipt_signer FOREIGN KEY (receipt_signer) REFERENCES exchange_signers (fingerprint),
    CONSTRAINT ck_exchange_outbox_state CHECK (state IN ('BEHIND', 'OWED', 'DELIVERED', 'REFUSED', 'GIVEN_UP')),
    CONSTRAINT ck_exchange_outbox_turn CHECK (state = 'BEHIND' OR sequence_number IS NOT NULL),
    CONSTRAINT ck_exchange_outbox_delivered CHECK (state <> 'DELIVERED' OR receipt IS NOT NULL)
);
CREATE INDEX ix_exchange_outbox_due ON exchange_outbox (state, partner, due_at, id);

-- Signatures over messages that were sent before the certificate was replaced: a receipt may be for one of them.
CREATE TABLE exchange_former_signatures (
    message VARCHAR(26) NOT NULL,
    signer VARCHAR(64) NOT NULL,
    signature VARCHAR(22000) NOT NULL,
    CONSTRAINT pk_exchange_former_signatures PRIMARY KEY (message, signer),
    CONSTRAINT fk_exchange_former_signatures_message FOREIGN KEY (message) REFERENCES exchange_outbox (id),
    CONSTRAINT fk_exchange_former_signatures_signer FOREIGN KEY (signer) REFERENCES exchange_signers (fingerprint)
);

CREATE TABLE exchange_inbox_subjects (
    source VARCHAR(6) NOT NULL,
    subject VARCHAR(200) NOT NULL,
    last_sequence BIGINT NOT NULL,
    CONSTRAINT pk_exchange_inbox_subjects PRIMARY KEY (source, subject),
    CONSTRAINT fk_exchange_inbox_subjects_source FOREIGN KEY (source) REFERENCES exchange_partners (province)
);

CREATE TABLE exchange_inbox (
    -- In the order in which they came.
    arrival BIGINT GENERATED ALWAYS AS IDENTITY,
    source VARCHAR(6) NOT NULL,
    -- Given by the sender: names of different senders may coincide.
    id VARCHAR(26) NOT NULL,
    message_type VARCHAR(80) NOT NULL,
    subject VARCHAR(200) NOT NULL,
    sequence_number BIGINT NOT NULL,
    born_at ${instant} NOT NULL,
    trace_parent VARCHAR(55),
    digest VARCHAR(80) NOT NULL,
    received_at ${instant} NOT NULL,
    -- Why it was refused; nothing when it was stored.
    problem VARCHAR(70),
    problem_zh VARCHAR(2000),
    problem_en VARCHAR(2000),
    message ${text} NOT NULL,
    signature VARCHAR(22000) NOT NULL,
    signer VARCHAR(64) NOT NULL,
    receipt VARCHAR(16384) NOT NULL,
    receipt_signature VARCHAR(22000) NOT NULL,
    receipt_signer VARCHAR(64) NOT NULL,
    CONSTRAINT pk_exchange_inbox PRIMARY KEY (source, id),
    CONSTRAINT uq_exchange_inbox_arrival UNIQUE (arrival),
    CONSTRAINT fk_exchange_inbox_source FOREIGN KEY (source) REFERENCES exchange_partners (province),
    CONSTRAINT fk_exchange_inbox_signer FOREIGN KEY (signer) REFERENCES exchange_signers (fingerprint),
    CONSTRAINT fk_exchange_inbox_receipt_signer FOREIGN KEY (receipt_signer) REFERENCES exchange_signers (fingerprint)
);
CREATE INDEX ix_exchange_inbox_id ON exchange_inbox (id);

-- Refusals that belong to no message which is kept; the latest of each partner.
CREATE TABLE exchange_refusals (
    id VARCHAR(26) ${ordinal} NOT NULL,
    peer VARCHAR(6) NOT NULL,
    message VARCHAR(26),
    digest VARCHAR(80) NOT NULL,
    signed BOOLEAN NOT NULL,
    trace_parent VARCHAR(55),
    problem VARCHAR(70) NOT NULL,
    problem_zh VARCHAR(2000) NOT NULL,
    problem_en VARCHAR(2000) NOT NULL,
    first_at ${instant} NOT NULL,
    last_at ${instant} NOT NULL,
    times BIGINT NOT NULL,
    CONSTRAINT pk_exchange_refusals PRIMARY KEY (id),
    CONSTRAINT uq_exchange_refusals_same UNIQUE (peer, digest, problem)
);
CREATE INDEX ix_exchange_refusals_last ON exchange_refusals (peer, last_at);

CREATE TABLE exchange_breakers (
    partner VARCHAR(6) NOT NULL,
    failures INTEGER NOT NULL,
    open_until ${instant},
    problem VARCHAR(70),
    problem_zh VARCHAR(2000),
    problem_en VARCHAR(2000),
    answered_at ${instant},
    failed_at ${instant},
    CONSTRAINT pk_exchange_breakers PRIMARY KEY (partner),
    CONSTRAINT fk_exchange_breakers_partner FOREIGN KEY (partner) REFERENCES exchange_partners (province)
);
