-- What schema.prisma has no words for. The same holds on SQLite: ../../../migrations.

-- Gets its zone from the settings at the first start.
INSERT INTO "Site" ("id", "name", "timeZone", "dayStartsAtMinutes", "minimumPunchIntervalSeconds")
VALUES ('019e0000-0000-7000-8000-000000000001', 'Main site', '', 0, 60);

-- What happened is never rewritten: a correction is a new event, and the audit is only ever added to.
CREATE FUNCTION rollcall_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

CREATE TRIGGER "AttendanceEvent_refuses_change" BEFORE UPDATE OR DELETE ON "AttendanceEvent"
FOR EACH ROW EXECUTE FUNCTION rollcall_refuse_change();
CREATE TRIGGER "AttendanceEvent_refuses_truncate" BEFORE TRUNCATE ON "AttendanceEvent"
FOR EACH STATEMENT EXECUTE FUNCTION rollcall_refuse_change();

CREATE TRIGGER "AuditEntry_refuses_change" BEFORE UPDATE OR DELETE ON "AuditEntry"
FOR EACH ROW EXECUTE FUNCTION rollcall_refuse_change();
CREATE TRIGGER "AuditEntry_refuses_truncate" BEFORE TRUNCATE ON "AuditEntry"
FOR EACH STATEMENT EXECUTE FUNCTION rollcall_refuse_change();

-- A sequence hands out its numbers before they are committed: without this, a number could become visible after a higher
-- one, and whoever reads on from the highest that they know would never see it. Rollcall's own writers hold the lock already
-- (server/database/postgresql.ts); it lasts until the end of the transaction. Another program that loses is told to try again.
CREATE FUNCTION rollcall_keep_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(1919904876, 1);
  IF NEW."sequence" <= (SELECT max("sequence") FROM "AttendanceEvent") THEN
    RAISE EXCEPTION 'AttendanceEvent is numbered in the order in which it is written' USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "AttendanceEvent_keeps_order" BEFORE INSERT ON "AttendanceEvent"
FOR EACH ROW EXECUTE FUNCTION rollcall_keep_order();

CREATE FUNCTION rollcall_refuse_gap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."sequence" <> (SELECT coalesce(max("sequence"), 0) + 1 FROM "AuditEntry") THEN
    RAISE EXCEPTION 'AuditEntry has no gap';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "AuditEntry_has_no_gap" BEFORE INSERT ON "AuditEntry"
FOR EACH ROW EXECUTE FUNCTION rollcall_refuse_gap();
