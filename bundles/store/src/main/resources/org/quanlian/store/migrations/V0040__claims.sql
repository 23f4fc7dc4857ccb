-- Claims on the voucher year, from draft to clawback, with their timelines.
CREATE TABLE claim_numbers (
    series VARCHAR(20) NOT NULL,
    last_number BIGINT NOT NULL,
    CONSTRAINT pk_claim_numbers PRIMARY KEY (series)
);

CREATE TABLE voucher_claims (
    id VARCHAR(26) ${ordinal} NOT NULL,
    claim_number VARCHAR(30) NOT NULL,
    applicant VARCHAR(26) NOT NULL,
    host VARCHAR(26),
    city VARCHAR(6) NOT NULL,
    claim_year INTEGER NOT NULL,
    state VARCHAR(20) NOT NULL,
    -- How often it was filed; what was filed then is in claim_filings.
    filing_round INTEGER NOT NULL,
    filed_at ${instant},
    policy_province VARCHAR(6),
    policy_year INTEGER,
    policy_version VARCHAR(30),
    policy_digest VARCHAR(100),
    outcome VARCHAR(20),
    supportable_spend ${money},
    decided_grant ${money},
    decided_province_share ${money},
    decided_city_share ${money},
    decided_cap ${money},
    decided_cap_remaining ${money},
    approved_grant ${money},
    approved_province_share ${money},
    approved_city_share ${money},
    approved_city_extra ${money},
    created_at ${instant} NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT pk_voucher_claims PRIMARY KEY (id),
    CONSTRAINT uq_voucher_claims_number UNIQUE (claim_number),
    CONSTRAINT ck_voucher_claims_filing CHECK (
        (filing_round = 0 AND filed_at IS NULL AND policy_version IS NULL AND decided_grant IS NULL)
        OR (filing_round > 0 AND filed_at IS NOT NULL AND policy_province IS NOT NULL AND policy_year IS NOT NULL
            AND policy_version IS NOT NULL AND policy_digest IS NOT NULL AND outcome IS NOT NULL
            AND supportable_spend IS NOT NULL AND decided_cap IS NOT NULL AND decided_cap_remaining IS NOT NULL
            AND decided_grant = decided_province_share + decided_city_share AND decided_grant >= 0)),
    CONSTRAINT ck_voucher_claims_draft CHECK (filing_round > 0 OR state IN ('DRAFT', 'WITHDRAWN')),
    CONSTRAINT ck_voucher_claims_approved CHECK (
        (approved_grant IS NULL AND approved_province_share IS NULL AND approved_city_share IS NULL
            AND approved_city_extra IS NULL)
        OR (approved_grant = approved_province_share + approved_city_share
            AND approved_province_share >= 0 AND approved_city_share >= 0 AND approved_city_extra >= 0
            AND approved_grant <= decided_grant))
);
CREATE INDEX ix_voucher_claims_applicant ON voucher_claims (applicant, id);
CREATE INDEX ix_voucher_claims_host ON voucher_claims (host, id);
CREATE INDEX ix_voucher_claims_city ON voucher_claims (claim_year, city, id);
CREATE INDEX ix_voucher_claims_city_state ON voucher_claims (claim_year, city, state, id);
CREATE INDEX ix_voucher_claims_year ON voucher_claims (claim_year, id);
CREATE INDEX ix_voucher_claims_state ON voucher_claims (claim_year, state, id);

-- Every filing whole, with the decision on it: what was corrected later stays evidence.
CREATE TABLE claim_filings (
    claim VARCHAR(26) NOT NULL,
    filing_round INTEGER NOT NULL,
    facts ${text} NOT NULL,
    decision ${text} NOT NULL,
    CONSTRAINT pk_claim_filings PRIMARY KEY (claim, filing_round),
    CONSTRAINT fk_claim_filings_claim FOREIGN KEY (claim) REFERENCES voucher_claims (id)
);

CREATE TABLE claim_orders (
    claim VARCHAR(26) NOT NULL,
    place INTEGER NOT NULL,
    order_id VARCHAR(26) NOT NULL,
    CONSTRAINT pk_claim_orders PRIMARY KEY (claim, place),
    CONSTRAINT fk_claim_orders_claim FOREIGN KEY (claim) REFERENCES voucher_claims (id)
);
CREATE INDEX ix_claim_orders_order ON claim_orders (order_id);

-- The vouchers that live claims and drafts hold: each at most once.
CREATE TABLE claimed_vouchers (
    order_id VARCHAR(26) NOT NULL,
    claim VARCHAR(26) NOT NULL,
    CONSTRAINT pk_claimed_vouchers PRIMARY KEY (order_id),
    CONSTRAINT fk_claimed_vouchers_claim FOREIGN KEY (claim) REFERENCES voucher_claims (id)
);
CREATE INDEX ix_claimed_vouchers_claim ON claimed_vouchers (claim);

CREATE TABLE claim_materials (
    claim VARCHAR(26) NOT NULL,
    material VARCHAR(40) NOT NULL,
    place INTEGER NOT NULL,
    document VARCHAR(26) NOT NULL,
    CONSTRAINT pk_claim_materials PRIMARY KEY (claim, material, place),
    CONSTRAINT fk_claim_materials_claim FOREIGN KEY (claim) REFERENCES voucher_claims (id)
);
CREATE INDEX ix_claim_materials_document ON claim_materials (document);

-- Moves are written once and never changed.
CREATE TABLE claim_timeline (
    entry BIGINT NOT NULL GENERATED ALWAYS AS IDENTITY,
    claim VARCHAR(26) NOT NULL,
    happened_at ${instant} NOT NULL,
    actor VARCHAR(26),
    actor_name VARCHAR(200) NOT NULL,
    actor_role VARCHAR(20),
    move_name VARCHAR(20) NOT NULL,
    from_state VARCHAR(20) NOT NULL,
    to_state VARCHAR(20) NOT NULL,
    reason VARCHAR(4000) NOT NULL,
    CONSTRAINT pk_claim_timeline PRIMARY KEY (entry),
    CONSTRAINT fk_claim_timeline_claim FOREIGN KEY (claim) REFERENCES voucher_claims (id)
);
CREATE INDEX ix_claim_timeline_claim ON claim_timeline (claim, entry);

CREATE TABLE claim_corrections (
    claim VARCHAR(26) NOT NULL,
    claim_version BIGINT NOT NULL,
    place INTEGER NOT NULL,
    what VARCHAR(200) NOT NULL,
    remark VARCHAR(4000) NOT NULL,
    CONSTRAINT pk_claim_corrections PRIMARY KEY (claim, claim_version, place),
    CONSTRAINT fk_claim_corrections_claim FOREIGN KEY (claim) REFERENCES voucher_claims (id)
);

CREATE TABLE claim_successors (
    claim VARCHAR(26) NOT NULL,
    successor VARCHAR(26) NOT NULL,
    CONSTRAINT pk_claim_successors PRIMARY KEY (claim),
    CONSTRAINT uq_claim_successors_successor UNIQUE (successor),
    CONSTRAINT fk_claim_successors_claim FOREIGN KEY (claim) REFERENCES voucher_claims (id),
    CONSTRAINT fk_claim_successors_next FOREIGN KEY (successor) REFERENCES voucher_claims (id)
);
