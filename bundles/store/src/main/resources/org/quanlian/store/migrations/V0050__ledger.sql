-- The ledger: accounts with their balances, bookings, and the entries that explain every balance.
-- Entries and bookings are written once and never changed. It names claims and accounts of people, and depends on neither.
CREATE TABLE ledger_accounts (
    code VARCHAR(120) ${ordinal} NOT NULL,
    kind VARCHAR(30) NOT NULL,
    account_year INTEGER NOT NULL,
    city VARCHAR(6),
    claim VARCHAR(26),
    party VARCHAR(40),
    book VARCHAR(80) NOT NULL,
    balance ${money} NOT NULL,
    -- No balance falls below it; NULL for sources, which stand for what lies outside.
    lowest ${money},
    -- No balance rises above it; NULL when there is no ceiling.
    highest ${money},
    entry_count BIGINT NOT NULL,
    CONSTRAINT pk_ledger_accounts PRIMARY KEY (code),
    CONSTRAINT ck_ledger_accounts_lowest CHECK (lowest IS NULL OR balance >= lowest),
    CONSTRAINT ck_ledger_accounts_highest CHECK (highest IS NULL OR balance <= highest),
    CONSTRAINT ck_ledger_accounts_entries CHECK (entry_count >= 0 AND (entry_count > 0 OR balance = 0))
);
CREATE INDEX ix_ledger_accounts_claim ON ledger_accounts (claim);
CREATE INDEX ix_ledger_accounts_city ON ledger_accounts (account_year, city, kind);

CREATE TABLE ledger_bookings (
    id VARCHAR(26) ${ordinal} NOT NULL,
    kind VARCHAR(20) NOT NULL,
    booking_year INTEGER NOT NULL,
    claim VARCHAR(26),
    actor VARCHAR(26),
    actor_name VARCHAR(200) NOT NULL,
    booked_at ${instant} NOT NULL,
    reference VARCHAR(300) NOT NULL,
    note VARCHAR(1000) NOT NULL,
    CONSTRAINT pk_ledger_bookings PRIMARY KEY (id),
    CONSTRAINT uq_ledger_bookings_reference UNIQUE (reference)
);
CREATE INDEX ix_ledger_bookings_year ON ledger_bookings (booking_year, id);
CREATE INDEX ix_ledger_bookings_claim ON ledger_bookings (claim, id);

CREATE TABLE ledger_entries (
    account VARCHAR(120) ${ordinal} NOT NULL,
    -- Counted from 1 without gaps in each account, so that none can be missing.
    entry BIGINT NOT NULL,
    booking VARCHAR(26) ${ordinal} NOT NULL,
    amount ${money} NOT NULL,
    balance_after ${money} NOT NULL,
    CONSTRAINT pk_ledger_entries PRIMARY KEY (account, entry),
    CONSTRAINT uq_ledger_entries_booking UNIQUE (booking, account),
    CONSTRAINT fk_ledger_entries_account FOREIGN KEY (account) REFERENCES ledger_accounts (code),
    CONSTRAINT fk_ledger_entries_booking FOREIGN KEY (booking) REFERENCES ledger_bookings (id),
    CONSTRAINT ck_ledger_entries_amount CHECK (amount <> 0),
    CONSTRAINT ck_ledger_entries_entry CHECK (entry > 0)
);
