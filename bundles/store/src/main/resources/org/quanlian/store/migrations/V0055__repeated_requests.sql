-- Answers to requests that may come again. A key without an answer is one whose work is being done.
CREATE TABLE repeated_requests (
    caller VARCHAR(200) NOT NULL,
    request_key VARCHAR(200) NOT NULL,
    request_digest VARCHAR(200),
    status INTEGER,
    location VARCHAR(2000),
    body ${text},
    answered_at ${instant},
    CONSTRAINT pk_repeated_requests PRIMARY KEY (caller, request_key),
    CONSTRAINT ck_repeated_requests_answer CHECK (
        (status IS NULL AND request_digest IS NULL AND location IS NULL AND answered_at IS NULL)
        OR (status IS NOT NULL AND request_digest IS NOT NULL AND location IS NOT NULL AND answered_at IS NOT NULL))
);
CREATE INDEX ix_repeated_requests_at ON repeated_requests (answered_at);
