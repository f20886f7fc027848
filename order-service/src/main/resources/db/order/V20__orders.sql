CREATE TABLE orders (
    -- UUIDv7 as text: sorting by id is sorting by time of making.
    id                text COLLATE "C" PRIMARY KEY,
    customer_id       text             NOT NULL,
    status            text             NOT NULL CHECK (status IN
        ('processing', 'searching', 'partially_filled', 'filled', 'confirmed',
         'completed', 'expired', 'cancelled')),
    -- How many events were published about this order and its truck requests.
    version           bigint           NOT NULL,

    pickup_latitude   double precision NOT NULL,
    pickup_longitude  double precision NOT NULL,
    pickup_address    text,
    dropoff_latitude  double precision NOT NULL,
    dropoff_longitude double precision NOT NULL,
    dropoff_address   text,
    fill_policy       text             NOT NULL CHECK (fill_policy IN
        ('all_or_nothing', 'at_least', 'best_effort')),
    minimum_trucks    int CHECK (minimum_trucks >= 1),
    created_at        timestamptz      NOT NULL,

    expires_at        timestamptz      NOT NULL,
    wave              int              NOT NULL,
    next_wave_at      timestamptz      NOT NULL,
    -- When the sweep has to look at it: no later than its next wave, its deadline and the end of
    -- each of its holds. Null while nothing can fall due.
    due_at            timestamptz,
    ended_at          timestamptz,
    cancelled_by      text,
    cancel_reason     text,

    CHECK (due_at <= expires_at),
    CHECK ((due_at IS NOT NULL) = (status IN ('processing', 'searching', 'partially_filled'))),
    CHECK ((ended_at IS NOT NULL) = (status IN ('completed', 'expired', 'cancelled')))
);

-- A customer has one active order at most.
CREATE UNIQUE INDEX orders_active ON orders (customer_id)
    WHERE status IN ('processing', 'searching', 'partially_filled', 'filled', 'confirmed');
CREATE INDEX orders_due ON orders (due_at) WHERE due_at IS NOT NULL;

-- How many trucks of a type an order wants, has on hold and has for good. Whoever writes here holds
-- the order's lock.
CREATE TABLE order_lines (
    order_id        text COLLATE "C" NOT NULL REFERENCES orders,
    vehicle_type    text             NOT NULL,
    position        int              NOT NULL,
    vehicle_subtype text,
    price_amount    bigint           NOT NULL,
    price_currency  text             NOT NULL,
    quantity        int              NOT NULL CHECK (quantity >= 1),
    held            int              NOT NULL DEFAULT 0 CHECK (held >= 0),
    filled          int              NOT NULL DEFAULT 0 CHECK (filled >= 0),
    delivered       int              NOT NULL DEFAULT 0 CHECK (delivered BETWEEN 0 AND filled),
    PRIMARY KEY (order_id, vehicle_type),
    CHECK (held + filled <= quantity)
);

-- A transporter's reservation of requests for its vehicles, which lasts some seconds.
CREATE TABLE holds (
    id             text COLLATE "C" PRIMARY KEY,
    order_id       text COLLATE "C" NOT NULL REFERENCES orders,
    vehicle_type   text             NOT NULL,
    transporter_id text             NOT NULL,
    vehicle_ids    text[]           NOT NULL,
    status         text             NOT NULL CHECK (status IN ('active', 'confirmed', 'released')),
    created_at     timestamptz      NOT NULL,
    expires_at     timestamptz      NOT NULL,
    ended_at       timestamptz,
    release_reason text,
    CHECK ((ended_at IS NULL) = (status = 'active')),
    CHECK ((release_reason IS NOT NULL) = (status = 'released'))
);
CREATE INDEX holds_active ON holds (order_id, expires_at) WHERE status = 'active';

-- One row for each truck of an order.
CREATE TABLE truck_requests (
    id             text COLLATE "C" PRIMARY KEY,
    order_id       text COLLATE "C" NOT NULL REFERENCES orders,
    vehicle_type   text             NOT NULL,
    status         text             NOT NULL CHECK (status IN
        ('open', 'held', 'accepted', 'delivered', 'cancelled', 'expired')),
    -- Whose vehicle it is held for or served by, and what serves it.
    hold_id        text,
    transporter_id text,
    vehicle_id     text,
    driver_id      text,
    assignment_id  text,
    accepted_at    timestamptz,
    -- When the truck set off.
    started_at     timestamptz,
    CHECK (status NOT IN ('open', 'expired') OR num_nonnulls(
        hold_id, transporter_id, vehicle_id, driver_id, assignment_id, accepted_at, started_at) = 0),
    CHECK (status <> 'held' OR (
        num_nulls(hold_id, transporter_id, vehicle_id) = 0
        AND num_nonnulls(driver_id, assignment_id, accepted_at, started_at) = 0)),
    CHECK (status NOT IN ('accepted', 'delivered') OR num_nulls(
        hold_id, transporter_id, vehicle_id, driver_id, assignment_id, accepted_at) = 0)
);
CREATE INDEX truck_requests_by_order ON truck_requests (order_id, vehicle_type, id);
CREATE INDEX truck_requests_open ON truck_requests (order_id, vehicle_type, id)
    WHERE status = 'open';
CREATE INDEX truck_requests_by_hold ON truck_requests (hold_id) WHERE hold_id IS NOT NULL;
CREATE INDEX truck_requests_by_transporter ON truck_requests (transporter_id, id)
    WHERE transporter_id IS NOT NULL;

-- Which transporters an order's requests of a type were put before.
CREATE TABLE order_offers (
    order_id        text COLLATE "C" NOT NULL REFERENCES orders,
    vehicle_type    text             NOT NULL,
    transporter_id  text             NOT NULL,
    driver_id       text             NOT NULL,
    distance_meters bigint           NOT NULL,
    wave            int              NOT NULL,
    offered_at      timestamptz      NOT NULL,
    -- Since when it is void; it may be made anew.
    withdrawn_at    timestamptz,
    PRIMARY KEY (order_id, vehicle_type, transporter_id)
);
CREATE INDEX order_offers_standing ON order_offers (transporter_id, order_id)
    WHERE withdrawn_at IS NULL;
CREATE INDEX order_offers_age ON order_offers USING brin (offered_at);
