-- Violations with their suspensions, and what came back of what was claimed back.
CREATE TABLE violations (
    id VARCHAR(26) ${ordinal} NOT NULL,
    organisation VARCHAR(26) NOT NULL,
    party VARCHAR(40) NOT NULL,
    organisation_name VARCHAR(200) NOT NULL,
    city VARCHAR(6) NOT NULL,
    claim VARCHAR(26),
    conduct VARCHAR(30) NOT NULL,
    severity VARCHAR(20) NOT NULL,
    clause VARCHAR(40) NOT NULL,
    description VARCHAR(2000) NOT NULL,
    found_on DATE NOT NULL,
    suspended_from DATE,
    suspended_until DATE,
    recorded_by VARCHAR(200) NOT NULL,
    recorded_at ${instant} NOT NULL,
    withdrawn_at ${instant},
    withdrawn_by VARCHAR(200),
    withdrawn_reason VARCHAR(2000),
    CONSTRAINT pk_violations PRIMARY KEY (id),
    CONSTRAINT ck_violations_suspension CHECK (
        (suspended_from IS NULL AND suspended_until IS NULL) OR suspended_until >= suspended_from),
    CONSTRAINT ck_violations_withdrawn CHECK (
        (withdrawn_at IS NULL AND withdrawn_by IS NULL AND withdrawn_reason IS NULL)
        OR (withdrawn_at IS NOT NULL AND withdrawn_by IS NOT NULL AND withdrawn_reason IS NOT NULL))
);
CREATE INDEX ix_violations_party ON violations (party, suspended_until);
CREATE INDEX ix_violations_organisation ON violations (organisation, id);
CREATE INDEX ix_violations_city ON violations (city, id);

CREATE TABLE violation_persons (
    violation VARCHAR(26) NOT NULL,
    place INTEGER NOT NULL,
    name VARCHAR(200) NOT NULL,
    CONSTRAINT pk_violation_persons PRIMARY KEY (violation, place),
    CONSTRAINT fk_violation_persons_of FOREIGN KEY (violation) REFERENCES violations (id)
);

CREATE TABLE violation_evidence (
    violation VARCHAR(26) NOT NULL,
    place INTEGER NOT NULL,
    document VARCHAR(26) NOT NULL,
    CONSTRAINT pk_violation_evidence PRIMARY KEY (violation, place),
    CONSTRAINT fk_violation_evidence_of FOREIGN KEY (violation) REFERENCES violations (id)
);

CREATE TABLE recoveries (
    id VARCHAR(26) ${ordinal} NOT NULL,
    claim VARCHAR(26) NOT NULL,
    province_part ${money} NOT NULL,
    city_part ${money} NOT NULL,
    received_on DATE NOT NULL,
    bank_reference VARCHAR(200) NOT NULL,
    recorded_by VARCHAR(200) NOT NULL,
    recorded_at ${instant} NOT NULL,
    CONSTRAINT pk_recoveries PRIMARY KEY (id),
    CONSTRAINT uq_recoveries_reference UNIQUE (claim, bank_reference),
    CONSTRAINT ck_recoveries_parts CHECK (province_part >= 0 AND city_part >= 0 AND province_part + city_part > 0),
    CONSTRAINT fk_recoveries_claim FOREIGN KEY (claim) REFERENCES voucher_claims (id)
);
