-- Accounts, what their owners log in by, and the sessions that come of it. Nothing here lets anybody log in who reads it:
-- passwords are slow hashes, tokens are digests of random bits, keys are public.
CREATE TABLE accounts (
    id VARCHAR(26) ${ordinal} NOT NULL,
    login VARCHAR(64) NOT NULL,
    -- The login in small letters.
    login_key VARCHAR(64) ${ordinal} NOT NULL,
    name VARCHAR(200) NOT NULL,
    role VARCHAR(20) NOT NULL,
    organisation VARCHAR(26),
    city VARCHAR(6),
    email VARCHAR(200),
    state VARCHAR(20) NOT NULL,
    password_hash VARCHAR(200),
    password_set_at ${instant},
    created_at ${instant} NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT pk_accounts PRIMARY KEY (id),
    CONSTRAINT uq_accounts_login UNIQUE (login_key),
    CONSTRAINT ck_accounts_state CHECK (state IN ('ACTIVE', 'PASSWORD_EXPIRED', 'DISABLED')),
    CONSTRAINT ck_accounts_organisation CHECK (
        (role IN ('ENTERPRISE', 'HOST', 'PROVIDER') AND organisation IS NOT NULL)
        OR (role NOT IN ('ENTERPRISE', 'HOST', 'PROVIDER') AND organisation IS NULL)),
    CONSTRAINT ck_accounts_city CHECK (
        (role = 'CITY_REVIEWER' AND city IS NOT NULL) OR (role <> 'CITY_REVIEWER' AND city IS NULL)),
    CONSTRAINT ck_accounts_password CHECK (
        (password_hash IS NULL AND password_set_at IS NULL)
        OR (password_hash IS NOT NULL AND password_set_at IS NOT NULL))
);
CREATE INDEX ix_accounts_organisation ON accounts (organisation, id);
CREATE INDEX ix_accounts_role ON accounts (role, city, id);

-- One row, locked by whoever decides whether there are operators enough.
CREATE TABLE operators_lock (
    id INTEGER NOT NULL,
    CONSTRAINT pk_operators_lock PRIMARY KEY (id)
);
INSERT INTO operators_lock (id) VALUES (1);

CREATE TABLE login_sessions (
    id VARCHAR(26) NOT NULL,
    account VARCHAR(26) NOT NULL,
    method VARCHAR(10) NOT NULL,
    created_at ${instant} NOT NULL,
    used_at ${instant} NOT NULL,
    expires_at ${instant} NOT NULL,
    ended_at ${instant},
    CONSTRAINT pk_login_sessions PRIMARY KEY (id),
    CONSTRAINT fk_login_sessions_account FOREIGN KEY (account) REFERENCES accounts (id)
);
CREATE INDEX ix_login_sessions_account ON login_sessions (account, id);
CREATE INDEX ix_login_sessions_expires ON login_sessions (expires_at);

-- Used tokens stay as long as their session, so that a second use is known for what it is.
CREATE TABLE refresh_tokens (
    digest VARCHAR(64) NOT NULL,
    session_id VARCHAR(26) NOT NULL,
    issued_at ${instant} NOT NULL,
    used_at ${instant},
    CONSTRAINT pk_refresh_tokens PRIMARY KEY (digest),
    CONSTRAINT fk_refresh_tokens_session FOREIGN KEY (session_id) REFERENCES login_sessions (id)
);
CREATE INDEX ix_refresh_tokens_session ON refresh_tokens (session_id);

CREATE TABLE login_attempts (
    id VARCHAR(64) NOT NULL,
    failures INTEGER NOT NULL,
    since ${instant} NOT NULL,
    closed_until ${instant} NOT NULL,
    CONSTRAINT pk_login_attempts PRIMARY KEY (id)
);
CREATE INDEX ix_login_attempts_since ON login_attempts (since);

CREATE TABLE token_keys (
    id VARCHAR(64) NOT NULL,
    public_key VARCHAR(200) NOT NULL,
    created_at ${instant} NOT NULL,
    signs_until ${instant} NOT NULL,
    CONSTRAINT pk_token_keys PRIMARY KEY (id)
);

CREATE TABLE oidc_links (
    issuer VARCHAR(500) NOT NULL,
    subject VARCHAR(255) NOT NULL,
    account VARCHAR(26) NOT NULL,
    linked_at ${instant} NOT NULL,
    CONSTRAINT pk_oidc_links PRIMARY KEY (issuer, subject),
    CONSTRAINT uq_oidc_links_account UNIQUE (issuer, account),
    CONSTRAINT fk_oidc_links_account FOREIGN KEY (account) REFERENCES accounts (id)
);

CREATE TABLE oidc_departures (
    state_digest VARCHAR(64) NOT NULL,
    browser_digest VARCHAR(64) NOT NULL,
    nonce VARCHAR(64) NOT NULL,
    verifier VARCHAR(64) NOT NULL,
    began_at ${instant} NOT NULL,
    CONSTRAINT pk_oidc_departures PRIMARY KEY (state_digest)
);
CREATE INDEX ix_oidc_departures_began ON oidc_departures (began_at);
