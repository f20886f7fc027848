-- The first answer to each Idempotency-Key, written in the transaction of the effect it answers for.
CREATE TABLE idempotent_requests (
    caller       text        NOT NULL,
    key          text        NOT NULL,
    request_hash bytea       NOT NULL,
    status       int,
    body         text,
    created_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (caller, key)
);
CREATE INDEX idempotent_requests_age ON idempotent_requests USING brin (created_at);
