-- AlterTable
ALTER TABLE "AttendanceAnswer" ADD COLUMN "decisionId" TEXT;

-- AlterTable
ALTER TABLE "Employee" ADD COLUMN "pinHash" TEXT;

-- CreateTable
CREATE TABLE "RecognitionDecision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "decidedAt" DATETIME NOT NULL,
    "source" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "employeeId" TEXT,
    "runnerUpId" TEXT,
    "gallerySize" INTEGER NOT NULL,
    "modelId" TEXT NOT NULL,
    "distance" REAL,
    "runnerUpDistance" REAL,
    "threshold" REAL,
    "margin" REAL,
    "secondModelId" TEXT,
    "fusedDistance" REAL,
    "fusedRunnerUpDistance" REAL,
    "fusedThreshold" REAL,
    "fusedMargin" REAL,
    "confidence" REAL,
    "frames" INTEGER NOT NULL,
    "quality" JSONB,
    "livenessLevel" TEXT NOT NULL,
    "liveness" JSONB,
    CONSTRAINT "RecognitionDecision_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "RecognitionDecision_runnerUpId_fkey" FOREIGN KEY ("runnerUpId") REFERENCES "Employee" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LookAlike" (
    "firstId" TEXT NOT NULL,
    "secondId" TEXT NOT NULL,
    "distance" REAL NOT NULL,
    "foundAt" DATETIME NOT NULL,

    PRIMARY KEY ("firstId", "secondId"),
    CONSTRAINT "LookAlike_firstId_fkey" FOREIGN KEY ("firstId") REFERENCES "Employee" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "LookAlike_secondId_fkey" FOREIGN KEY ("secondId") REFERENCES "Employee" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_AttendanceEvent" (
    "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "employeeId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    "source" TEXT NOT NULL,
    "photoPath" TEXT,
    "decisionId" TEXT,
    CONSTRAINT "AttendanceEvent_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AttendanceEvent_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "RecognitionDecision" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
-- What an event said of its match becomes a decision of its own; how large the gallery was is not known any more.
INSERT INTO "RecognitionDecision" ("id", "decidedAt", "source", "outcome", "employeeId", "gallerySize", "modelId", "distance", "runnerUpDistance", "threshold", "frames", "livenessLevel")
SELECT "id", "recordedAt", "source", 'MATCHED', "employeeId", 0, "modelId", "distance", "runnerUpDistance", "threshold", 1, 'OFF' FROM "AttendanceEvent" WHERE "modelId" IS NOT NULL;
INSERT INTO "new_AttendanceEvent" ("employeeId", "id", "kind", "method", "ordinal", "photoPath", "recordedAt", "sequence", "source", "decisionId") SELECT "employeeId", "id", "kind", "method", "ordinal", "photoPath", "recordedAt", "sequence", "source", CASE WHEN "modelId" IS NOT NULL THEN "id" END FROM "AttendanceEvent";
DROP TABLE "AttendanceEvent";
ALTER TABLE "new_AttendanceEvent" RENAME TO "AttendanceEvent";
CREATE UNIQUE INDEX "AttendanceEvent_id_key" ON "AttendanceEvent"("id");
CREATE UNIQUE INDEX "AttendanceEvent_decisionId_key" ON "AttendanceEvent"("decisionId");
CREATE INDEX "AttendanceEvent_employeeId_recordedAt_idx" ON "AttendanceEvent"("employeeId", "recordedAt");
CREATE UNIQUE INDEX "AttendanceEvent_employeeId_ordinal_key" ON "AttendanceEvent"("employeeId", "ordinal");
CREATE TABLE "new_Kiosk" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "mayEnrol" BOOLEAN NOT NULL DEFAULT false,
    "liveness" TEXT NOT NULL DEFAULT 'OFF',
    "createdAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME,
    "revokedAt" DATETIME
);
INSERT INTO "new_Kiosk" ("createdAt", "id", "lastSeenAt", "mayEnrol", "name", "revokedAt", "tokenHash") SELECT "createdAt", "id", "lastSeenAt", "mayEnrol", "name", "revokedAt", "tokenHash" FROM "Kiosk";
DROP TABLE "Kiosk";
ALTER TABLE "new_Kiosk" RENAME TO "Kiosk";
CREATE UNIQUE INDEX "Kiosk_tokenHash_key" ON "Kiosk"("tokenHash");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "RecognitionDecision_employeeId_id_idx" ON "RecognitionDecision"("employeeId", "id");

-- CreateIndex
CREATE INDEX "RecognitionDecision_outcome_id_idx" ON "RecognitionDecision"("outcome", "id");

-- CreateIndex
CREATE INDEX "LookAlike_secondId_idx" ON "LookAlike"("secondId");

-- CreateIndex
CREATE INDEX "LookAlike_distance_firstId_secondId_idx" ON "LookAlike"("distance", "firstId", "secondId");

-- Dropped with the old table
CREATE TRIGGER "AttendanceEvent_refuses_update"
BEFORE UPDATE ON "AttendanceEvent"
BEGIN
  SELECT RAISE(ABORT, 'AttendanceEvent is append-only');
END;

-- Dropped with the old table
CREATE TRIGGER "AttendanceEvent_refuses_delete"
BEFORE DELETE ON "AttendanceEvent"
BEGIN
  SELECT RAISE(ABORT, 'AttendanceEvent is append-only');
END;
