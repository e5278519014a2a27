-- AlterTable
ALTER TABLE "Employee" ADD COLUMN "leavesOn" TEXT;

-- AlterTable
ALTER TABLE "FaceTemplate" ADD COLUMN "keyId" TEXT;

-- CreateTable
CREATE TABLE "ConsentNotice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "language" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "publishedAt" DATETIME NOT NULL,
    "publishedBy" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "PersonKey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "employeeId" TEXT NOT NULL,
    "wrapped" BLOB NOT NULL,
    "masterKeyId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "PersonKey_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "KeyRotation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "startedAt" DATETIME NOT NULL,
    "masterKeyId" TEXT NOT NULL,
    "withData" BOOLEAN NOT NULL,
    "finishedAt" DATETIME
);

-- CreateTable
CREATE TABLE "RetentionRule" (
    "kind" TEXT NOT NULL PRIMARY KEY,
    "days" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "PurgeRun" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "startedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME,
    "source" TEXT NOT NULL,
    "removed" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "Erasure" (
    "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "employeeId" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "source" TEXT NOT NULL,
    "removed" JSONB NOT NULL,
    "finishedAt" DATETIME,
    "receipt" TEXT,
    CONSTRAINT "Erasure_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "actor" TEXT NOT NULL,
    "actorName" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT,
    "outcome" TEXT NOT NULL,
    "address" TEXT,
    "details" TEXT,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Consent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "employeeId" TEXT NOT NULL,
    "noticeVersion" TEXT NOT NULL,
    "givenAt" DATETIME NOT NULL,
    "noticeId" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "method" TEXT NOT NULL DEFAULT 'DASHBOARD',
    "recordedBy" TEXT NOT NULL,
    "withdrawnAt" DATETIME,
    "withdrawnBy" TEXT,
    CONSTRAINT "Consent_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "ConsentNotice" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Consent_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Consent" ("employeeId", "givenAt", "id", "noticeVersion", "recordedBy") SELECT "employeeId", "givenAt", "id", "noticeVersion", "recordedBy" FROM "Consent";
DROP TABLE "Consent";
ALTER TABLE "new_Consent" RENAME TO "Consent";
CREATE INDEX "Consent_employeeId_idx" ON "Consent"("employeeId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "ConsentNotice_language_version_key" ON "ConsentNotice"("language", "version");

-- CreateIndex
CREATE INDEX "PersonKey_employeeId_idx" ON "PersonKey"("employeeId");

-- CreateIndex
CREATE INDEX "PersonKey_masterKeyId_id_idx" ON "PersonKey"("masterKeyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Erasure_id_key" ON "Erasure"("id");

-- CreateIndex
CREATE INDEX "Erasure_employeeId_idx" ON "Erasure"("employeeId");

-- CreateIndex
CREATE INDEX "AuditEntry_actor_sequence_idx" ON "AuditEntry"("actor", "sequence");

-- CreateIndex
CREATE INDEX "AuditEntry_action_sequence_idx" ON "AuditEntry"("action", "sequence");

-- CreateIndex
CREATE INDEX "AuditEntry_subject_sequence_idx" ON "AuditEntry"("subject", "sequence");

-- CreateIndex
CREATE INDEX "RecognitionDecision_runnerUpId_idx" ON "RecognitionDecision"("runnerUpId");

-- CreateIndex
CREATE INDEX "RecognitionDecision_decidedAt_idx" ON "RecognitionDecision"("decidedAt");

-- How those agreements came about is told by who recorded them.
UPDATE "Consent" SET "method" = 'KIOSK' WHERE "recordedBy" LIKE 'kiosk:%';
UPDATE "Consent" SET "method" = 'IMPORT' WHERE "recordedBy" = 'demo' OR "noticeVersion" = 'recorded elsewhere';

-- The audit is only ever added to, one entry after the other. (schema.prisma has no words for this.)
CREATE TRIGGER "AuditEntry_refuses_update"
BEFORE UPDATE ON "AuditEntry"
BEGIN
  SELECT RAISE(ABORT, 'AuditEntry is append-only');
END;

CREATE TRIGGER "AuditEntry_refuses_delete"
BEFORE DELETE ON "AuditEntry"
BEGIN
  SELECT RAISE(ABORT, 'AuditEntry is append-only');
END;

CREATE TRIGGER "AuditEntry_has_no_gap"
BEFORE INSERT ON "AuditEntry"
WHEN NEW."sequence" <> (SELECT coalesce(max("sequence"), 0) + 1 FROM "AuditEntry")
BEGIN
  SELECT RAISE(ABORT, 'AuditEntry has no gap');
END;
