-- What people are told: one row for each account that is told. A text says at most what a notification may.
CREATE TABLE notifications (
    id VARCHAR(26) ${ordinal} NOT NULL,
    account VARCHAR(26) NOT NULL,
    kind VARCHAR(60) NOT NULL,
    subject VARCHAR(300) NOT NULL,
    text_zh VARCHAR(8000) NOT NULL,
    text_en VARCHAR(8000) NOT NULL,
    happened_at ${instant} NOT NULL,
    read_at ${instant},
    CONSTRAINT pk_notifications PRIMARY KEY (id),
    CONSTRAINT fk_notifications_account FOREIGN KEY (account) REFERENCES accounts (id)
);
-- Newest first: Derby reads an index in one direction only.
CREATE INDEX ix_notifications_account ON notifications (account, id DESC);
CREATE INDEX ix_notifications_unread ON notifications (account, read_at, id DESC);
