-- The papers that were given out, by their digests alone: what stands on them is not kept twice.
CREATE TABLE issued_papers (
    file_digest VARCHAR(64) ${ordinal} NOT NULL,
    content_digest VARCHAR(64) ${ordinal} NOT NULL,
    kind VARCHAR(30) NOT NULL,
    format VARCHAR(10) NOT NULL,
    reference VARCHAR(200) NOT NULL,
    issued_at ${instant} NOT NULL,
    CONSTRAINT pk_issued_papers PRIMARY KEY (file_digest)
);
CREATE INDEX ix_issued_papers_content ON issued_papers (content_digest, issued_at);
