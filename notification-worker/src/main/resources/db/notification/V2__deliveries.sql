-- What can be sent to, on every channel.
CREATE VIEW addresses (user_id, channel, address_hash, address, platform) AS
SELECT user_id, 'fcm', token_hash, token, platform FROM devices;

-- It knew no other channel than one, and nothing that waits.
DROP TABLE deliveries;

-- What came of each notification at each address. A row is claimed before anything is sent, so that
-- nobody else sends it too; the primary key is what makes it once.
--
-- It is the due-time table as well: a delivery that has to wait keeps what is to be sent in its own
-- row, so that claim, wait and result can never disagree. Of the many rows only those that somebody
-- has to look at again have a due time, and only they are in the indexes below. A delivery that
-- never waits touches no index when its result is written.
CREATE TABLE deliveries (
    notification_id text        NOT NULL,
    channel         text        NOT NULL,
    address_hash    text        NOT NULL, -- empty where there was nothing to send to
    recipient_id    text        NOT NULL,
    category        text        NOT NULL,
    collapse_key    text,
    job_version     bigint,
    state           text        NOT NULL,
    claims          int         NOT NULL, -- the latest holds; whoever has an earlier one has lost it
    attempts        int         NOT NULL, -- how often the provider was asked
    error_code      text,
    provider_id     text,
    claimed_at      timestamptz NOT NULL, -- by the latest claim
    settled_at      timestamptz,
    due_at          timestamptz,          -- the end of its wait, or of the lease of whoever claimed it
    envelope        text,                 -- what is to be sent then
    PRIMARY KEY (notification_id, channel, address_hash),
    CHECK (due_at IS NULL OR envelope IS NOT NULL)
) WITH (fillfactor = 80);
CREATE INDEX deliveries_due ON deliveries (channel, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX deliveries_collapsible ON deliveries (recipient_id, collapse_key)
    WHERE due_at IS NOT NULL;
CREATE INDEX deliveries_age ON deliveries USING brin (claimed_at);

-- Nothing is sent on a channel, or to a platform of it, before that time. Those of a platform are
-- circuits: when the time is over one delivery tries, and only if it gets through the row goes.
CREATE TABLE sending_pauses (
    scope  text        PRIMARY KEY, -- 'fcm', 'fcm:ios'
    until  timestamptz NOT NULL,
    reason text        NOT NULL
);

-- Jobs whose offers up to some change are void: taken, withdrawn or expired. Offers that are still
-- on their way then are not sent.
CREATE TABLE void_offers (
    job_key   text        PRIMARY KEY, -- a booking or order, or one kind of truck of an order
    version   bigint      NOT NULL,
    voided_at timestamptz NOT NULL
);
CREATE INDEX void_offers_age ON void_offers USING brin (voided_at);
