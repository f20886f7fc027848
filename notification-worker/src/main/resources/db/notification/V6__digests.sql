-- How orders come along, gathered for those who are told of many steps at once. Each edition tells
-- of all there is so far. A row is locked by whoever adds to it and by whoever closes it, so what is
-- added is either in the edition or opens the next.
CREATE TABLE digests (
    subject       text   NOT NULL PRIMARY KEY, -- the order
    recipient_id  text   NOT NULL,
    steps         int    NOT NULL,
    names         text[] NOT NULL, -- of those who took them, by their ids, each once
    closes_at     timestamptz,     -- of the edition that is open; null where none is
    editions      int    NOT NULL, -- how many were told
    ended_version bigint,          -- since that change of the order nothing is gathered
    touched_at    timestamptz NOT NULL
);
CREATE INDEX digests_due ON digests (closes_at) WHERE closes_at IS NOT NULL;
CREATE INDEX digests_age ON digests USING brin (touched_at);

-- How many trucks were ordered.
CREATE TABLE order_sizes (
    order_id   text        PRIMARY KEY,
    trucks     int         NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX order_sizes_age ON order_sizes USING brin (created_at);
