-- The role that the service works as: it adds to the record and moves heads on, no more. Roles belong
-- to the whole server, so another database may be making the same one right now.
DO $make$
DECLARE
    -- In lines of their own: a placeholder is not seen right after a dollar.
    writer   text := btrim($line$
${writer}
$line$, E'\n');
    password text := btrim($line$
${writer-password}
$line$, E'\n');
BEGIN
    FOR attempt IN 1..100 LOOP
        BEGIN
            IF EXISTS (SELECT FROM pg_roles WHERE rolname = writer) THEN
                EXECUTE format('ALTER ROLE %I LOGIN PASSWORD %L', writer, password);
            ELSE
                EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L', writer, password);
            END IF;
            RETURN;
        EXCEPTION WHEN duplicate_object OR unique_violation OR internal_error THEN
            PERFORM pg_sleep(0.05);
        END;
    END LOOP;
    RAISE EXCEPTION 'the role % could not be made', writer;
END
$make$;

GRANT USAGE ON SCHEMA public TO "${writer}";
REVOKE ALL ON chains, records, digests, seals, sealed_heads FROM PUBLIC, "${writer}";
GRANT SELECT, INSERT ON chains, records, digests, seals, sealed_heads TO "${writer}";
GRANT UPDATE (next_offset, hash, links) ON chains TO "${writer}";
GRANT SELECT ON gaps TO "${writer}";

-- The platform's own tables, which are no part of the record.
GRANT SELECT, INSERT, UPDATE ON consumed_offsets TO "${writer}";
GRANT SELECT, INSERT, UPDATE, DELETE ON processed_events, idempotent_requests TO "${writer}";
