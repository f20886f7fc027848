-- What is known of each driver: one row decides, whoever works on it locks it.
CREATE TABLE driver_states (
    driver_id             text    PRIMARY KEY,
    transporter_id        text,
    vehicle_type          text,
    available             boolean NOT NULL DEFAULT false,
    -- The newest sighting believed.
    latitude              float8,
    longitude             float8,
    recorded_at           timestamptz,
    sequence              bigint,
    -- Where the driver seems to be instead, while that is not believed yet.
    elsewhere_latitude    float8,
    elsewhere_longitude   float8,
    elsewhere_recorded_at timestamptz,
    elsewhere_sequence    bigint,
    elsewhere_since       timestamptz,
    elsewhere_fixes       int,
    -- Counts changes, so that Redis can tell a newer state from an older one.
    version               bigint  NOT NULL DEFAULT 0
    -- Rows change with every batch; with room in their page they do so without touching an index.
) WITH (fillfactor = 60);

-- Every position that was believed, by the day it was recorded.
CREATE TABLE positions (
    driver_id      text        NOT NULL,
    recorded_at    timestamptz NOT NULL,
    transporter_id text        NOT NULL,
    latitude       float8      NOT NULL,
    longitude      float8      NOT NULL,
    speed          float4,
    bearing        float4,
    accuracy       float4,
    PRIMARY KEY (driver_id, recorded_at)
) PARTITION BY RANGE (recorded_at);

-- So that a missing day never holds up a batch.
CREATE TABLE positions_default PARTITION OF positions DEFAULT;

-- What became of every fix. Several rows, so that consumers do not wait for each other; the truth is
-- their sum, and no row can say that a fix was received of which nothing became.
CREATE TABLE accounts (
    slot             int    PRIMARY KEY,
    received         bigint NOT NULL DEFAULT 0,
    indexed          bigint NOT NULL DEFAULT 0,
    stored           bigint NOT NULL DEFAULT 0,
    duplicate        bigint NOT NULL DEFAULT 0,
    outdated         bigint NOT NULL DEFAULT 0,
    inaccurate       bigint NOT NULL DEFAULT 0,
    impossible_speed bigint NOT NULL DEFAULT 0,
    invalid          bigint NOT NULL DEFAULT 0,
    CHECK (received = indexed + stored
           + duplicate + outdated + inaccurate + impossible_speed + invalid)
);
