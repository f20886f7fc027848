-- What stands at Kafka's offset 0. Where the log had to begin anew, since it was lost or the database was restored,
-- that is where the chain had come to (deploy/backup/restore): the record goes on, and no offset comes twice.
ALTER TABLE chains ADD COLUMN base bigint NOT NULL DEFAULT 0;
