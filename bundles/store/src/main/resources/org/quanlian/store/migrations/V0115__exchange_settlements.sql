-- Statements of services across provinces, made here or by a partner, and what partners say was agreed.
CREATE TABLE exchange_settlements (
    id VARCHAR(26) ${ordinal} NOT NULL,
    partner VARCHAR(6) NOT NULL,
    direction VARCHAR(10) NOT NULL,
    settlement_year INTEGER NOT NULL,
    made_at ${instant} NOT NULL,
    state VARCHAR(10) NOT NULL,
    reason VARCHAR(1000),
    answered_by VARCHAR(200),
    answered_at ${instant},
    CONSTRAINT pk_exchange_settlements PRIMARY KEY (id),
    CONSTRAINT ck_exchange_settlements_direction CHECK (direction IN ('MADE', 'RECEIVED')),
    CONSTRAINT ck_exchange_settlements_state CHECK (state IN ('TOLD', 'AGREED', 'DISPUTED')),
    CONSTRAINT ck_exchange_settlements_answer CHECK (state = 'TOLD' OR answered_at IS NOT NULL)
);
CREATE INDEX ix_exchange_settlements_partner ON exchange_settlements (partner, id);

CREATE TABLE exchange_settlement_lines (
    settlement VARCHAR(26) ${ordinal} NOT NULL,
    place INTEGER NOT NULL,
    claim VARCHAR(200) NOT NULL,
    provider VARCHAR(18) NOT NULL,
    name VARCHAR(200) NOT NULL,
    invoiced ${money} NOT NULL,
    paid ${money} NOT NULL,
    CONSTRAINT pk_exchange_settlement_lines PRIMARY KEY (settlement, place),
    CONSTRAINT fk_exchange_settlement_lines FOREIGN KEY (settlement) REFERENCES exchange_settlements (id)
);

CREATE TABLE exchange_terms (
    province VARCHAR(6) NOT NULL,
    valid_from DATE NOT NULL,
    valid_until DATE NOT NULL,
    receive_classes VARCHAR(200) NOT NULL,
    send_classes VARCHAR(200) NOT NULL,
    told_at ${instant} NOT NULL,
    CONSTRAINT pk_exchange_terms PRIMARY KEY (province),
    CONSTRAINT fk_exchange_terms_partner FOREIGN KEY (province) REFERENCES exchange_partners (province)
);
