-- CreateTable
CREATE TABLE "FaceChange" (
    "employeeId" TEXT NOT NULL PRIMARY KEY,
    "sequence" INTEGER NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "FaceChange_sequence_key" ON "FaceChange"("sequence");

-- Whatever changes who is recognised, by whichever program, is noted.
CREATE TRIGGER "FaceTemplate_insert_changes_faces" AFTER INSERT ON "FaceTemplate" BEGIN
    INSERT INTO "FaceChange" ("employeeId", "sequence")
    VALUES (NEW."employeeId", (SELECT COALESCE(MAX("sequence"), 0) + 1 FROM "FaceChange"))
    ON CONFLICT ("employeeId") DO UPDATE SET "sequence" = excluded."sequence";
END;

CREATE TRIGGER "FaceTemplate_update_changes_faces" AFTER UPDATE OF "employeeId", "sampleId", "modelId", "sealed" ON "FaceTemplate" BEGIN
    INSERT INTO "FaceChange" ("employeeId", "sequence")
    VALUES (NEW."employeeId", (SELECT COALESCE(MAX("sequence"), 0) + 1 FROM "FaceChange"))
    ON CONFLICT ("employeeId") DO UPDATE SET "sequence" = excluded."sequence";
END;

CREATE TRIGGER "FaceTemplate_delete_changes_faces" AFTER DELETE ON "FaceTemplate" BEGIN
    INSERT INTO "FaceChange" ("employeeId", "sequence")
    VALUES (OLD."employeeId", (SELECT COALESCE(MAX("sequence"), 0) + 1 FROM "FaceChange"))
    ON CONFLICT ("employeeId") DO UPDATE SET "sequence" = excluded."sequence";
END;

CREATE TRIGGER "Consent_insert_changes_faces" AFTER INSERT ON "Consent" BEGIN
    INSERT INTO "FaceChange" ("employeeId", "sequence")
    VALUES (NEW."employeeId", (SELECT COALESCE(MAX("sequence"), 0) + 1 FROM "FaceChange"))
    ON CONFLICT ("employeeId") DO UPDATE SET "sequence" = excluded."sequence";
END;

CREATE TRIGGER "Consent_update_changes_faces" AFTER UPDATE OF "employeeId", "withdrawnAt" ON "Consent" BEGIN
    INSERT INTO "FaceChange" ("employeeId", "sequence")
    VALUES (NEW."employeeId", (SELECT COALESCE(MAX("sequence"), 0) + 1 FROM "FaceChange"))
    ON CONFLICT ("employeeId") DO UPDATE SET "sequence" = excluded."sequence";
END;

CREATE TRIGGER "Consent_delete_changes_faces" AFTER DELETE ON "Consent" BEGIN
    INSERT INTO "FaceChange" ("employeeId", "sequence")
    VALUES (OLD."employeeId", (SELECT COALESCE(MAX("sequence"), 0) + 1 FROM "FaceChange"))
    ON CONFLICT ("employeeId") DO UPDATE SET "sequence" = excluded."sequence";
END;
