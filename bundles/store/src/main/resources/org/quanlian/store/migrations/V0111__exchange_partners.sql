-- The provinces with which messages are exchanged; a former one stays for what was exchanged.
CREATE TABLE exchange_partners (
    province VARCHAR(6) NOT NULL,
    name_zh VARCHAR(100) NOT NULL,
    name_en VARCHAR(100) NOT NULL,
    endpoint VARCHAR(300) NOT NULL,
    agreement_key VARCHAR(400) NOT NULL,
    valid_from DATE NOT NULL,
    valid_until DATE NOT NULL,
    -- Codes of classes of data, in their order, with commas between them.
    receive_classes VARCHAR(200) NOT NULL,
    send_classes VARCHAR(200) NOT NULL,
    state VARCHAR(10) NOT NULL,
    added_at ${instant} NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT pk_exchange_partners PRIMARY KEY (province),
    CONSTRAINT ck_exchange_partners_state CHECK (state IN ('ACTIVE', 'REMOVED')),
    CONSTRAINT ck_exchange_partners_validity CHECK (valid_from <= valid_until)
);

CREATE TABLE exchange_certificates (
    province VARCHAR(6) NOT NULL,
    fingerprint VARCHAR(64) ${ordinal} NOT NULL,
    certificate_use VARCHAR(10) NOT NULL,
    pem ${text} NOT NULL,
    added_at ${instant} NOT NULL,
    revoked_at ${instant},
    CONSTRAINT pk_exchange_certificates PRIMARY KEY (province, fingerprint),
    CONSTRAINT fk_exchange_certificates_partner FOREIGN KEY (province) REFERENCES exchange_partners (province),
    CONSTRAINT ck_exchange_certificates_use CHECK (certificate_use IN ('SIGNATURE', 'TRANSPORT'))
);
