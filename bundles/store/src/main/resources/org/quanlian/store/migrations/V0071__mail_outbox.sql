-- The mail that is owed of a notification to an account with an address; the address stays with the account.
CREATE TABLE mail_outbox (
    notification VARCHAR(26) ${ordinal} NOT NULL,
    state VARCHAR(10) NOT NULL,
    told_at ${instant} NOT NULL,
    -- An owed mail is due at this time; while a worker has it, that is when it is due again should the worker die.
    due_at ${instant} NOT NULL,
    attempts INTEGER NOT NULL,
    problem VARCHAR(60),
    settled_at ${instant},
    CONSTRAINT pk_mail_outbox PRIMARY KEY (notification),
    CONSTRAINT fk_mail_outbox_notification FOREIGN KEY (notification) REFERENCES notifications (id),
    CONSTRAINT ck_mail_outbox_state CHECK (state IN ('OWED', 'SENT', 'GIVEN_UP', 'LAPSED')),
    CONSTRAINT ck_mail_outbox_settled CHECK (
        (state = 'OWED' AND settled_at IS NULL) OR (state <> 'OWED' AND settled_at IS NOT NULL)),
    CONSTRAINT ck_mail_outbox_given_up CHECK (state <> 'GIVEN_UP' OR problem IS NOT NULL)
);
CREATE INDEX ix_mail_outbox_due ON mail_outbox (state, due_at, notification);
CREATE INDEX ix_mail_outbox_told ON mail_outbox (state, told_at, notification);
CREATE INDEX ix_mail_outbox_state ON mail_outbox (state, notification DESC);
