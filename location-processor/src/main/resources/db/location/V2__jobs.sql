-- Whether a driver is on a job: then it is offered no other, whatever it wants.
ALTER TABLE driver_states ADD COLUMN on_job boolean NOT NULL DEFAULT false;

-- The newest that was heard of each assignment. Those that are over are kept for as long as an older
-- event of theirs may still come.
CREATE TABLE driver_jobs (
    assignment_id text        PRIMARY KEY,
    driver_id     text        NOT NULL,
    version       bigint      NOT NULL,
    active        boolean     NOT NULL,
    heard_at      timestamptz NOT NULL
);
CREATE INDEX driver_jobs_active ON driver_jobs (driver_id) WHERE active;
CREATE INDEX driver_jobs_age ON driver_jobs USING brin (heard_at);
