-- Which expert was given which claim, what experts said, and for whom they work or worked.
CREATE TABLE claim_experts (
    claim VARCHAR(26) NOT NULL,
    expert VARCHAR(26) NOT NULL,
    place INTEGER NOT NULL,
    expert_name VARCHAR(200) NOT NULL,
    assigned_at ${instant} NOT NULL,
    ended_at ${instant},
    end_reason VARCHAR(4000),
    CONSTRAINT pk_claim_experts PRIMARY KEY (claim, expert),
    CONSTRAINT fk_claim_experts_claim FOREIGN KEY (claim) REFERENCES voucher_claims (id),
    CONSTRAINT ck_claim_experts_end CHECK (
        (ended_at IS NULL AND end_reason IS NULL) OR (ended_at IS NOT NULL AND end_reason IS NOT NULL))
);
CREATE INDEX ix_claim_experts_expert ON claim_experts (expert, claim);

CREATE TABLE claim_opinions (
    claim VARCHAR(26) NOT NULL,
    expert VARCHAR(26) NOT NULL,
    amount ${money} NOT NULL,
    score INTEGER NOT NULL,
    reason VARCHAR(4000) NOT NULL,
    remark VARCHAR(4000) NOT NULL,
    given_at ${instant} NOT NULL,
    CONSTRAINT pk_claim_opinions PRIMARY KEY (claim, expert),
    CONSTRAINT fk_claim_opinions_expert FOREIGN KEY (claim, expert) REFERENCES claim_experts (claim, expert),
    CONSTRAINT ck_claim_opinions_amount CHECK (amount >= 0),
    CONSTRAINT ck_claim_opinions_score CHECK (score >= 0 AND score <= 100)
);

CREATE TABLE expert_affiliations (
    expert VARCHAR(26) NOT NULL,
    place INTEGER NOT NULL,
    organisation_name VARCHAR(800) NOT NULL,
    uscc VARCHAR(18),
    CONSTRAINT pk_expert_affiliations PRIMARY KEY (expert, place)
);
