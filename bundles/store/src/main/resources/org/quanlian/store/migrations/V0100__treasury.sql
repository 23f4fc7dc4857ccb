-- Approvals in the department's order, allocations to cities, payments. What they move is in the ledger.
CREATE TABLE approval_runs (
    id VARCHAR(26) ${ordinal} NOT NULL,
    run_year INTEGER NOT NULL,
    actor VARCHAR(26) NOT NULL,
    actor_name VARCHAR(200) NOT NULL,
    total INTEGER NOT NULL,
    next_position INTEGER NOT NULL,
    exhausted BOOLEAN NOT NULL,
    created_at ${instant} NOT NULL,
    finished_at ${instant},
    -- The year while the run goes on, so that a year has one run at a time.
    open_year INTEGER,
    CONSTRAINT pk_approval_runs PRIMARY KEY (id),
    CONSTRAINT uq_approval_runs_open UNIQUE (open_year),
    CONSTRAINT ck_approval_runs_next CHECK (next_position >= 0 AND next_position <= total),
    CONSTRAINT ck_approval_runs_open CHECK (
        (finished_at IS NULL AND open_year IS NOT NULL AND next_position < total)
        OR (finished_at IS NOT NULL AND open_year IS NULL AND next_position = total))
);

CREATE TABLE approval_run_claims (
    run VARCHAR(26) NOT NULL,
    position INTEGER NOT NULL,
    claim VARCHAR(26) NOT NULL,
    asked_grant ${money},
    reason VARCHAR(1000) NOT NULL,
    outcome VARCHAR(20) NOT NULL,
    code VARCHAR(60) NOT NULL,
    text_zh VARCHAR(2000) NOT NULL,
    text_en VARCHAR(2000) NOT NULL,
    CONSTRAINT pk_approval_run_claims PRIMARY KEY (run, position),
    CONSTRAINT uq_approval_run_claims UNIQUE (run, claim),
    CONSTRAINT fk_approval_run_claims_run FOREIGN KEY (run) REFERENCES approval_runs (id),
    CONSTRAINT fk_approval_run_claims_claim FOREIGN KEY (claim) REFERENCES voucher_claims (id)
);

CREATE TABLE allocations (
    id VARCHAR(26) ${ordinal} NOT NULL,
    allocation_year INTEGER NOT NULL,
    city VARCHAR(6) NOT NULL,
    document VARCHAR(200) NOT NULL,
    dated DATE NOT NULL,
    claims INTEGER NOT NULL,
    total ${money} NOT NULL,
    recorded_by VARCHAR(200) NOT NULL,
    recorded_at ${instant} NOT NULL,
    CONSTRAINT pk_allocations PRIMARY KEY (id),
    CONSTRAINT uq_allocations_document UNIQUE (allocation_year, city, document)
);
CREATE INDEX ix_allocations_year ON allocations (allocation_year, id);

CREATE TABLE allocation_claims (
    claim VARCHAR(26) ${ordinal} NOT NULL,
    allocation VARCHAR(26) NOT NULL,
    CONSTRAINT pk_allocation_claims PRIMARY KEY (claim),
    CONSTRAINT fk_allocation_claims_of FOREIGN KEY (allocation) REFERENCES allocations (id),
    CONSTRAINT fk_allocation_claims_claim FOREIGN KEY (claim) REFERENCES voucher_claims (id)
);
CREATE INDEX ix_allocation_claims_of ON allocation_claims (allocation, claim);

CREATE TABLE share_payments (
    id VARCHAR(26) ${ordinal} NOT NULL,
    claim VARCHAR(26) NOT NULL,
    share VARCHAR(10) NOT NULL,
    amount ${money} NOT NULL,
    paid_on DATE NOT NULL,
    bank_reference VARCHAR(200) NOT NULL,
    recorded_by VARCHAR(200) NOT NULL,
    recorded_at ${instant} NOT NULL,
    CONSTRAINT pk_share_payments PRIMARY KEY (id),
    CONSTRAINT uq_share_payments_reference UNIQUE (claim, share, bank_reference),
    CONSTRAINT ck_share_payments_amount CHECK (amount > 0),
    CONSTRAINT fk_share_payments_claim FOREIGN KEY (claim) REFERENCES voucher_claims (id)
);
