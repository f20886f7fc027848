CREATE TABLE vehicles (
    -- UUIDv7 as text: sorting by id is sorting by time of registration.
    id              text COLLATE "C" PRIMARY KEY,
    transporter_id  text             NOT NULL,
    -- The plate, letters and digits only: one truck is spelt one way.
    registration    text             NOT NULL,
    vehicle_type    text             NOT NULL,
    vehicle_subtype text,
    capacity_tonnes numeric(6, 2) CHECK (capacity_tonnes > 0),
    status          text             NOT NULL CHECK (status IN
        ('available', 'unavailable', 'maintenance')),
    UNIQUE (transporter_id, registration)
);
CREATE INDEX vehicles_by_type ON vehicles (transporter_id, vehicle_type);

CREATE TABLE drivers (
    transporter_id text             NOT NULL,
    driver_id      text COLLATE "C" NOT NULL,
    name           text             NOT NULL,
    phone          text             NOT NULL,
    PRIMARY KEY (transporter_id, driver_id)
);

-- What vehicles are taken for: a hold, then the assignment made of it; or an assignment at once.
CREATE TABLE vehicle_engagements (
    vehicle_id    text COLLATE "C" NOT NULL,
    registration  text             NOT NULL,
    hold_id       text COLLATE "C",
    assignment_id text COLLATE "C",
    began_at      timestamptz      NOT NULL,
    ended_at      timestamptz,
    CHECK (hold_id IS NOT NULL OR assignment_id IS NOT NULL)
);
-- A truck is on one job at a time, in however many fleets its plate is registered.
CREATE UNIQUE INDEX vehicle_engagements_active ON vehicle_engagements (registration)
    WHERE ended_at IS NULL;
CREATE INDEX vehicle_engagements_of_hold ON vehicle_engagements (hold_id)
    WHERE ended_at IS NULL;
CREATE INDEX vehicle_engagements_of_assignment ON vehicle_engagements (assignment_id)
    WHERE ended_at IS NULL;
CREATE INDEX vehicle_engagements_age ON vehicle_engagements USING brin (began_at);

-- A vehicle and its driver on a booking's job or on one truck of an order's.
CREATE TABLE assignments (
    -- UUIDv7 as text, as above.
    id               text COLLATE "C" PRIMARY KEY,
    booking_id       text COLLATE "C",
    order_id         text COLLATE "C",
    truck_request_id text COLLATE "C",
    customer_id      text             NOT NULL,
    transporter_id   text             NOT NULL,
    vehicle_id       text COLLATE "C" NOT NULL,
    vehicle_type     text             NOT NULL,
    driver_id        text COLLATE "C" NOT NULL,
    status           text             NOT NULL CHECK (status IN
        ('assigned', 'en_route', 'arrived', 'loaded', 'in_transit', 'delivered', 'cancelled')),
    -- How many events were published about this assignment.
    version          bigint           NOT NULL,
    created_at       timestamptz      NOT NULL,
    updated_at       timestamptz      NOT NULL,
    cancel_reason    text,
    CHECK ((booking_id IS NULL) <> (order_id IS NULL)),
    CHECK ((order_id IS NULL) = (truck_request_id IS NULL))
);
-- A driver is on one job at a time, whomever it drives for.
CREATE UNIQUE INDEX assignments_active_driver ON assignments (driver_id)
    WHERE status NOT IN ('delivered', 'cancelled');
-- A booking has one truck, and so has each of an order's truck requests, until it is called off.
CREATE UNIQUE INDEX assignments_of_booking ON assignments (booking_id)
    WHERE status <> 'cancelled';
CREATE UNIQUE INDEX assignments_of_truck_request ON assignments (truck_request_id)
    WHERE status <> 'cancelled';
CREATE INDEX assignments_of_order ON assignments (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX assignments_by_transporter ON assignments (transporter_id, id);
CREATE INDEX assignments_by_driver ON assignments (driver_id, id);
CREATE INDEX assignments_by_customer ON assignments (customer_id, id);

-- Bookings that somebody won, as far as their events told.
CREATE TABLE won_bookings (
    booking_id     text COLLATE "C" PRIMARY KEY,
    customer_id    text    NOT NULL,
    transporter_id text    NOT NULL,
    vehicle_type   text    NOT NULL,
    cancelled      boolean NOT NULL
);

CREATE TABLE payments (
    id          text COLLATE "C" PRIMARY KEY,
    -- The booking or order that was paid for.
    job_id      text COLLATE "C" NOT NULL,
    -- Counts the job's payments from 1: the version of their events.
    number      bigint           NOT NULL,
    customer_id text             NOT NULL,
    recorded_by text             NOT NULL,
    amount      bigint           NOT NULL CHECK (amount > 0),
    currency    text             NOT NULL,
    method      text             NOT NULL,
    paid_at     timestamptz      NOT NULL,
    UNIQUE (job_id, number)
);
