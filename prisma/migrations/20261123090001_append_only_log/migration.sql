-- What happened is never rewritten: a correction is a new event. (schema.prisma has no words for this.)
CREATE TRIGGER "AttendanceEvent_refuses_update"
BEFORE UPDATE ON "AttendanceEvent"
BEGIN
  SELECT RAISE(ABORT, 'AttendanceEvent is append-only');
END;

CREATE TRIGGER "AttendanceEvent_refuses_delete"
BEFORE DELETE ON "AttendanceEvent"
BEGIN
  SELECT RAISE(ABORT, 'AttendanceEvent is append-only');
END;
