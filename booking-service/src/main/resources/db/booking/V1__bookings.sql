CREATE TABLE bookings (
    -- UUIDv7 as text: sorting by id is sorting by time of making.
    id                text COLLATE "C" PRIMARY KEY,
    customer_id       text             NOT NULL,
    status            text             NOT NULL CHECK (status IN
        ('searching', 'accepted', 'assigned', 'in_progress', 'completed', 'expired', 'cancelled')),
    -- How many events were published about this booking.
    version           bigint           NOT NULL,

    vehicle_type      text             NOT NULL,
    pickup_latitude   double precision NOT NULL,
    pickup_longitude  double precision NOT NULL,
    pickup_address    text,
    dropoff_latitude  double precision NOT NULL,
    dropoff_longitude double precision NOT NULL,
    dropoff_address   text,
    price_amount      bigint           NOT NULL,
    price_currency    text             NOT NULL,
    goods             text,
    created_at        timestamptz      NOT NULL,

    expires_at        timestamptz      NOT NULL,
    wave              int              NOT NULL,
    -- Never after expires_at: what is due to be looked at is one range of one index.
    next_wave_at      timestamptz      NOT NULL,
    -- All transporters it was offered to, in order, and at the same places through which driver.
    offered           text[]           NOT NULL,
    offered_drivers   text[]           NOT NULL,
    -- How many of them were offered it before the latest wave that reached anybody.
    offered_before    int              NOT NULL,
    declined          text[]           NOT NULL DEFAULT '{}',

    transporter_id    text,
    driver_id         text,
    accepted_at       timestamptz,
    ended_at          timestamptz,
    cancelled_by      text,
    cancel_reason     text,

    CHECK (cardinality(offered) = cardinality(offered_drivers)),
    CHECK (next_wave_at <= expires_at),
    CHECK (transporter_id IS NOT NULL OR status IN ('searching', 'expired', 'cancelled')),
    CHECK (transporter_id IS NULL OR status NOT IN ('searching', 'expired')),
    CHECK ((ended_at IS NULL) = (status IN ('searching', 'accepted', 'assigned', 'in_progress')))
);

-- A customer has one active booking at most.
CREATE UNIQUE INDEX bookings_active ON bookings (customer_id)
    WHERE status IN ('searching', 'accepted', 'assigned', 'in_progress');
CREATE INDEX bookings_due ON bookings (next_wave_at) WHERE status = 'searching';
CREATE INDEX bookings_by_customer ON bookings (customer_id, id);
CREATE INDEX bookings_by_transporter ON bookings (transporter_id, id)
    WHERE transporter_id IS NOT NULL;

-- The decision ledger: who was offered or skipped in each wave, and why.
CREATE TABLE booking_waves (
    booking_id    text COLLATE "C" NOT NULL,
    wave          int              NOT NULL,
    decided_at    timestamptz      NOT NULL,
    radius_meters bigint           NOT NULL,
    outcome       text             NOT NULL,
    candidates    jsonb            NOT NULL,
    PRIMARY KEY (booking_id, wave)
);
CREATE INDEX booking_waves_age ON booking_waves USING brin (decided_at);

-- The newest that was heard of each assignment to a booking.
CREATE TABLE trips (
    assignment_id text COLLATE "C" PRIMARY KEY,
    booking_id    text COLLATE "C" NOT NULL,
    version       bigint           NOT NULL,
    status        text             NOT NULL,
    driver_id     text             NOT NULL
);
CREATE INDEX trips_by_booking ON trips (booking_id);

-- What the events told of each booking. The aggregate is the booking itself or an assignment to it.
CREATE TABLE booking_history (
    event_id     uuid PRIMARY KEY,
    booking_id   text COLLATE "C" NOT NULL,
    aggregate_id text COLLATE "C" NOT NULL,
    version      bigint           NOT NULL,
    type         text             NOT NULL,
    at           timestamptz      NOT NULL,
    details      jsonb            NOT NULL
);
CREATE INDEX booking_history_by_booking ON booking_history (booking_id);
CREATE INDEX booking_history_age ON booking_history USING brin (at);
