-- What people have told of themselves and how they want to be told. Whoever has told nothing has
-- no row, and is told as everybody is.
CREATE TABLE people (
    user_id          text PRIMARY KEY,
    name             text, -- as others are told of them
    locale           text,
    time_zone        text,
    -- What the device registered last is set to: good where nothing was said above.
    device_locale    text,
    device_time_zone text,
    quiet_from       time, -- in their time zone
    quiet_until      time,
    updated_at       timestamptz NOT NULL,
    CHECK ((quiet_from IS NULL) = (quiet_until IS NULL))
);

-- Where they can be reached but for devices.
CREATE TABLE contacts (
    user_id       text        NOT NULL,
    channel       text        NOT NULL,
    address       text        NOT NULL,
    address_hash  text        NOT NULL,
    registered_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, channel)
);
CREATE INDEX contacts_address ON contacts (address_hash);

-- Only what was chosen; for the rest the category's own ways stand.
CREATE TABLE choices (
    user_id  text    NOT NULL,
    category text    NOT NULL,
    way      text    NOT NULL,
    wanted   boolean NOT NULL,
    PRIMARY KEY (user_id, category, way)
);

CREATE OR REPLACE VIEW addresses (user_id, channel, address_hash, address, platform) AS
SELECT user_id, 'fcm', token_hash, token, platform FROM devices
UNION ALL
SELECT user_id, channel, address_hash, address, NULL FROM contacts;
