-- Services bought with a voucher, from the order to the bound voucher, and which claim holds which activity.

CREATE TABLE orders (
    id              CHAR(26) ${ordinal} NOT NULL,
    applicant       CHAR(26) NOT NULL,
    host            CHAR(26),
    -- Who acts for the buying side, the host of a team or the applicant itself: its list is found by this.
    acting          CHAR(26) NOT NULL,
    provider        CHAR(26) NOT NULL,
    city            CHAR(6),
    item            VARCHAR(200),
    description     VARCHAR(200) NOT NULL,
    category        VARCHAR(40) NOT NULL,
    price           ${money} NOT NULL,
    state           VARCHAR(20) NOT NULL,
    proved          BOOLEAN NOT NULL,
    exclusion       VARCHAR(40),
    contract_number VARCHAR(200),
    signed_on       DATE,
    contract_amount ${money},
    created_at      ${instant} NOT NULL,
    version         BIGINT NOT NULL,
    CONSTRAINT orders_pk PRIMARY KEY (id),
    CONSTRAINT orders_price CHECK (price > 0),
    CONSTRAINT orders_contract CHECK (contract_amount >= 0),
    CONSTRAINT orders_state CHECK
        (state IN ('REQUESTED', 'ACCEPTED', 'DECLINED', 'CANCELLED', 'PROVED', 'DISPUTED', 'BOUND')),
    CONSTRAINT orders_bound CHECK (state <> 'BOUND' OR proved)
);
CREATE INDEX orders_acting ON orders (acting, id);
CREATE INDEX orders_provider ON orders (provider, id);
CREATE INDEX orders_city ON orders (city, id);
CREATE INDEX orders_by_state ON orders (state, id);

CREATE TABLE order_invoices (
    order_id       CHAR(26) NOT NULL,
    place          INTEGER NOT NULL,
    invoice_code   VARCHAR(12),
    invoice_number VARCHAR(20) NOT NULL,
    issued_on      DATE NOT NULL,
    amount         ${money} NOT NULL,
    CONSTRAINT order_invoices_pk PRIMARY KEY (order_id, place),
    CONSTRAINT order_invoices_order FOREIGN KEY (order_id) REFERENCES orders (id)
);

CREATE TABLE order_payments (
    order_id CHAR(26) NOT NULL,
    place    INTEGER NOT NULL,
    paid_on  DATE NOT NULL,
    amount   ${money} NOT NULL,
    CONSTRAINT order_payments_pk PRIMARY KEY (order_id, place),
    CONSTRAINT order_payments_order FOREIGN KEY (order_id) REFERENCES orders (id),
    CONSTRAINT order_payments_amount CHECK (amount >= 0)
);

CREATE TABLE order_documents (
    order_id CHAR(26) NOT NULL,
    place    INTEGER NOT NULL,
    material VARCHAR(40) NOT NULL,
    document CHAR(26) NOT NULL,
    CONSTRAINT order_documents_pk PRIMARY KEY (order_id, place),
    CONSTRAINT order_documents_once UNIQUE (order_id, document),
    CONSTRAINT order_documents_order FOREIGN KEY (order_id) REFERENCES orders (id)
);
CREATE INDEX order_documents_document ON order_documents (document);

CREATE TABLE order_events (
    place       BIGINT GENERATED ALWAYS AS IDENTITY,
    order_id    CHAR(26) NOT NULL,
    happened_at ${instant} NOT NULL,
    actor       CHAR(26) NOT NULL,
    actor_name  VARCHAR(200) NOT NULL,
    actor_role  VARCHAR(20) NOT NULL,
    move        VARCHAR(20),
    new_state   VARCHAR(20) NOT NULL,
    reason      VARCHAR(1000) NOT NULL,
    CONSTRAINT order_events_pk PRIMARY KEY (place),
    CONSTRAINT order_events_order FOREIGN KEY (order_id) REFERENCES orders (id)
);
CREATE INDEX order_events_of ON order_events (order_id, place);

-- Each activity is supported once, in whatever year, by whatever claim: this constraint says so.
CREATE TABLE held_activities (
    kind         VARCHAR(10) NOT NULL,
    activity_key VARCHAR(100) NOT NULL,
    claim        CHAR(26) NOT NULL,
    order_id     CHAR(26) NOT NULL,
    written      VARCHAR(200) NOT NULL,
    CONSTRAINT held_activities_once PRIMARY KEY (kind, activity_key),
    CONSTRAINT held_activities_order FOREIGN KEY (order_id) REFERENCES orders (id),
    CONSTRAINT held_activities_kind CHECK (kind IN ('INVOICE', 'CONTRACT', 'VOUCHER'))
);
CREATE INDEX held_activities_claim ON held_activities (claim);
