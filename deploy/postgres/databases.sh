#!/usr/bin/env bash
# Run once, by the image, on an empty volume: a database for each service, and a role that owns that one
# alone. REPLICATION lets it read its own outbox from the write-ahead log.
set -euo pipefail

role() { # NAME OPTIONS...
  local name=$1
  shift
  psql -q -v ON_ERROR_STOP=1 -v name="$name" -v password="$(cat "/run/keys/postgres/$name")" -U "$POSTGRES_USER" <<SQL
CREATE ROLE :"name" LOGIN $* PASSWORD :'password';
SQL
}

database() { # NAME
  psql -q -v ON_ERROR_STOP=1 -v name="$1" -U "$POSTGRES_USER" <<'SQL'
CREATE DATABASE :"name" OWNER :"name";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
}

for name in booking orders notification; do
  role "$name" REPLICATION
  database "$name"
done
for name in location analytics; do
  role "$name"
  database "$name"
done
# The owner makes the audit's tables and tells the writer's password; the writer adds to them.
role audit CREATEROLE
database audit
role audit_writer
psql -q -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" <<'SQL'
GRANT CONNECT ON DATABASE audit TO audit_writer;
GRANT audit_writer TO audit WITH ADMIN OPTION, INHERIT FALSE, SET FALSE;
SQL
