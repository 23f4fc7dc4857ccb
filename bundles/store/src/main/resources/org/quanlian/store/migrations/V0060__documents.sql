-- Which documents there are, and who looked at what is personal; what is in them lies on the disk.

CREATE TABLE documents (
    id          CHAR(26) ${ordinal} NOT NULL,
    owner       CHAR(26) NOT NULL,
    city        CHAR(6),
    purpose     VARCHAR(40) NOT NULL,
    name        VARCHAR(200) NOT NULL,
    media_type  VARCHAR(60) NOT NULL,
    byte_count  BIGINT NOT NULL,
    sha256      CHAR(64) NOT NULL,
    sm3         CHAR(64) NOT NULL,
    -- Where the content lies. Documents may share one; those that show a person never do.
    address     CHAR(64) NOT NULL,
    sealed      BOOLEAN NOT NULL,
    uploaded_by CHAR(26) NOT NULL,
    uploaded_at ${instant} NOT NULL,
    CONSTRAINT documents_pk PRIMARY KEY (id),
    CONSTRAINT documents_byte_count CHECK (byte_count > 0),
    CONSTRAINT documents_address CHECK (sealed OR address = sha256)
);
CREATE INDEX documents_owner ON documents (owner, id);
CREATE INDEX documents_at ON documents (address);

CREATE TABLE personal_views (
    id          CHAR(26) ${ordinal} NOT NULL,
    viewed_at   ${instant} NOT NULL,
    viewer      CHAR(26) NOT NULL,
    viewer_name VARCHAR(200) NOT NULL,
    viewer_role VARCHAR(20) NOT NULL,
    kind        VARCHAR(20) NOT NULL,
    thing       VARCHAR(60) NOT NULL,
    owner       CHAR(26) NOT NULL,
    CONSTRAINT personal_views_pk PRIMARY KEY (id)
);
CREATE INDEX personal_views_thing ON personal_views (thing, id);
