-- CreateTable
CREATE TABLE "FaceChange" (
    "employeeId" TEXT COLLATE "C" NOT NULL,
    "sequence" INTEGER NOT NULL,

    CONSTRAINT "FaceChange_pkey" PRIMARY KEY ("employeeId")
);

-- CreateIndex
CREATE UNIQUE INDEX "FaceChange_sequence_key" ON "FaceChange"("sequence");

-- Whatever changes who is recognised, by whichever program, is noted. The lock of writers is taken, so that numbers become
-- visible in their order whoever writes.
CREATE SEQUENCE "FaceChange_sequence";

CREATE FUNCTION rollcall_note_face_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(1919904876, 1);
    INSERT INTO "FaceChange" ("employeeId", "sequence")
    VALUES (CASE TG_OP WHEN 'DELETE' THEN OLD."employeeId" ELSE NEW."employeeId" END, nextval('"FaceChange_sequence"'))
    ON CONFLICT ("employeeId") DO UPDATE SET "sequence" = excluded."sequence";
    RETURN NULL;
END;
$$;

CREATE TRIGGER "FaceTemplate_changes_faces"
AFTER INSERT OR DELETE OR UPDATE OF "employeeId", "sampleId", "modelId", "sealed" ON "FaceTemplate"
FOR EACH ROW EXECUTE FUNCTION rollcall_note_face_change();

CREATE TRIGGER "Consent_changes_faces"
AFTER INSERT OR DELETE OR UPDATE OF "employeeId", "withdrawnAt" ON "Consent"
FOR EACH ROW EXECUTE FUNCTION rollcall_note_face_change();
