-- Public notices, line by line, and the objections to them.
CREATE TABLE public_notices (
    id VARCHAR(26) ${ordinal} NOT NULL,
    notice_year INTEGER NOT NULL,
    title VARCHAR(200) NOT NULL,
    posted_on DATE NOT NULL,
    last_day DATE NOT NULL,
    claims INTEGER NOT NULL,
    total ${money} NOT NULL,
    posted_by VARCHAR(200) NOT NULL,
    posted_at ${instant} NOT NULL,
    CONSTRAINT pk_public_notices PRIMARY KEY (id)
);

CREATE TABLE notice_lines (
    notice VARCHAR(26) NOT NULL,
    position INTEGER NOT NULL,
    claim VARCHAR(26) ${ordinal} NOT NULL,
    applicant_name VARCHAR(200) NOT NULL,
    city VARCHAR(6) NOT NULL,
    amount ${money} NOT NULL,
    state VARCHAR(20) NOT NULL,
    last_day DATE NOT NULL,
    days_left INTEGER NOT NULL,
    -- The claim while the line runs or is halted, so that a claim is on one notice at a time.
    current_claim VARCHAR(26),
    CONSTRAINT pk_notice_lines PRIMARY KEY (notice, position),
    CONSTRAINT uq_notice_lines_current UNIQUE (current_claim),
    CONSTRAINT fk_notice_lines_notice FOREIGN KEY (notice) REFERENCES public_notices (id),
    CONSTRAINT fk_notice_lines_claim FOREIGN KEY (claim) REFERENCES voucher_claims (id)
);
CREATE INDEX ix_notice_lines_due ON notice_lines (state, last_day, claim);

CREATE TABLE objections (
    id VARCHAR(26) ${ordinal} NOT NULL,
    notice VARCHAR(26) NOT NULL,
    position INTEGER NOT NULL,
    claim VARCHAR(26) NOT NULL,
    name VARCHAR(200) NOT NULL,
    contact VARCHAR(200) NOT NULL,
    objection VARCHAR(2000) NOT NULL,
    filed_at ${instant} NOT NULL,
    recorded_by VARCHAR(200),
    state VARCHAR(20) NOT NULL,
    answer VARCHAR(1000) NOT NULL,
    decided_by VARCHAR(200) NOT NULL,
    decided_at ${instant},
    CONSTRAINT pk_objections PRIMARY KEY (id),
    CONSTRAINT fk_objections_line FOREIGN KEY (notice, position) REFERENCES notice_lines (notice, position),
    CONSTRAINT ck_objections_decided CHECK ((state = 'OPEN' AND decided_at IS NULL)
        OR (state <> 'OPEN' AND decided_at IS NOT NULL))
);
CREATE INDEX ix_objections_state ON objections (state, id);
CREATE INDEX ix_objections_claim ON objections (claim, state, id);
CREATE INDEX ix_objections_filed ON objections (filed_at);
