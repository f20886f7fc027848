-- One chain for each partition of each topic. Its head is all that ever changes here, and only by
-- whoever knows what it was.
CREATE TABLE chains (
    chain       int     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic       text    NOT NULL COLLATE "C",
    partition   int     NOT NULL,
    -- Whether its links are single records, or digests of many.
    digested    boolean NOT NULL,
    -- The Kafka offset that the next link begins at.
    next_offset bigint  NOT NULL,
    -- Of the newest link; before the first, made of topic and partition.
    hash        bytea   NOT NULL,
    links       bigint  NOT NULL DEFAULT 0,
    UNIQUE (topic, partition)
);

-- Every record as it stood in Kafka.
--
-- hash = SHA-256(hash of the link before ‖ all other columns, in this order, in PostgreSQL's binary
-- format, each after its length in four bytes, −1 where it is null). So no column can change
-- unnoticed, and each row is checked as COPY sends it.
CREATE TABLE records (
    chain         int         NOT NULL,
    log_offset    bigint      NOT NULL,
    -- Why the offsets before this one are not there; null where they are.
    gap           text,
    -- As Kafka has it, milliseconds since 1970; whoever sent the record may have chosen it.
    log_timestamp bigint      NOT NULL,
    key           bytea,
    headers       bytea       NOT NULL,
    value         bytea,
    -- What the value says, where it is an event.
    event_id      uuid,
    event_type    text,
    actor         text,
    -- When it happened; where the value does not say, Kafka's time.
    occurred_at   timestamptz NOT NULL,
    -- Hashes of the ids of all it is about (see EntityHash).
    entities      bigint[]    NOT NULL,
    hash          bytea       NOT NULL,
    PRIMARY KEY (chain, log_offset)
    -- Packing would cost more than the space it saves.
) WITH (toast_tuple_target = 8160);
ALTER TABLE records ALTER COLUMN value SET STORAGE EXTERNAL;

CREATE INDEX records_time ON records (occurred_at, chain, log_offset);
-- The more that waits to be sorted in, the cheaper: measured, the other way to the same answers (a
-- table of entities) would cost three times as much.
CREATE INDEX records_entities ON records USING gin (entities)
    WITH (fastupdate = on, gin_pending_list_limit = 16384);
CREATE INDEX records_gaps ON records (chain, log_offset) WHERE gap IS NOT NULL;

-- Of topics too busy to keep every record: what lay between two offsets, as one hash. Links are
-- hashed as those of records are.
CREATE TABLE digests (
    chain           int    NOT NULL,
    from_offset     bigint NOT NULL,
    -- Inclusive.
    to_offset       bigint NOT NULL,
    gap             text,
    records         bigint NOT NULL,
    first_timestamp bigint NOT NULL,
    last_timestamp  bigint NOT NULL,
    digest          bytea  NOT NULL,
    hash            bytea  NOT NULL,
    PRIMARY KEY (chain, from_offset)
);
CREATE INDEX digests_gaps ON digests (chain, from_offset) WHERE gap IS NOT NULL;

-- From time to time all heads are sealed: one signature over all chains, linked to the last.
CREATE TABLE seals (
    number     bigint      PRIMARY KEY,
    sealed_at  timestamptz NOT NULL,
    previous   bytea       NOT NULL,
    chains     int         NOT NULL,
    root       bytea       NOT NULL,
    public_key bytea       NOT NULL,
    signature  bytea       NOT NULL
);

-- The heads that a seal found moved since the one before.
CREATE TABLE sealed_heads (
    seal        bigint NOT NULL,
    topic       text   NOT NULL COLLATE "C",
    partition   int    NOT NULL,
    next_offset bigint NOT NULL,
    hash        bytea  NOT NULL,
    PRIMARY KEY (topic, partition, seal)
);
CREATE INDEX sealed_heads_seal ON sealed_heads (seal);

-- For people: what is missing, and why.
CREATE VIEW gaps AS
SELECT topic, partition,
       coalesce((SELECT max(before.log_offset) + 1 FROM records before
                 WHERE before.chain = after.chain AND before.log_offset < after.log_offset), 0)
           AS from_offset,
       log_offset - 1 AS to_offset, gap AS cause, occurred_at AS until
FROM records after JOIN chains USING (chain) WHERE gap IS NOT NULL
UNION ALL
SELECT topic, partition,
       coalesce((SELECT max(before.to_offset) + 1 FROM digests before
                 WHERE before.chain = after.chain AND before.from_offset < after.from_offset), 0),
       from_offset - 1, gap, to_timestamp(first_timestamp / 1000.0)
FROM digests after JOIN chains USING (chain) WHERE gap IS NOT NULL;
