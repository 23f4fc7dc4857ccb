-- The reminders that were told: each once, whichever node came first.
CREATE TABLE reminders (
    kind VARCHAR(60) NOT NULL,
    subject VARCHAR(300) NOT NULL,
    -- The day on which it was to be told first.
    remind_on DATE NOT NULL,
    told_at ${instant} NOT NULL,
    CONSTRAINT pk_reminders PRIMARY KEY (kind, subject, remind_on)
);
