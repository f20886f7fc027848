-- Messages that are told later: somebody wants to be left alone until then. Taken out and told in
-- one transaction.
CREATE TABLE postponed (
    recipient_id text        NOT NULL,
    channel      text        NOT NULL,
    collapse_key text        NOT NULL,
    envelope     text        NOT NULL,
    due_at       timestamptz NOT NULL,
    -- The later of two about the same thing takes the place of the earlier.
    PRIMARY KEY (recipient_id, channel, collapse_key)
);
CREATE INDEX postponed_due ON postponed (due_at);
