-- AlterTable
ALTER TABLE "Employee" ADD COLUMN "badgeHash" TEXT;

-- CreateTable
CREATE TABLE "RefusedPunch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kioskId" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "capturedAt" DATETIME NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "reason" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "employeeId" TEXT,
    "settledAt" DATETIME,
    "settledBy" TEXT,
    CONSTRAINT "RefusedPunch_kioskId_fkey" FOREIGN KEY ("kioskId") REFERENCES "Kiosk" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RefusedPunch_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Kiosk" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "siteId" TEXT NOT NULL,
    "onlyOwnSite" BOOLEAN NOT NULL DEFAULT false,
    "identification" TEXT NOT NULL DEFAULT 'FACE_OR_PIN',
    "mayEnrol" BOOLEAN NOT NULL DEFAULT false,
    "liveness" TEXT NOT NULL DEFAULT 'OFF',
    "tokenHash" TEXT,
    "pairingCodeHash" TEXT,
    "pairingExpiresAt" DATETIME,
    "pairedAt" DATETIME,
    "publicKey" JSONB,
    "origin" TEXT,
    "highestNumber" INTEGER NOT NULL DEFAULT 0,
    "numbersUsed" INTEGER NOT NULL DEFAULT 0,
    "heartbeatAt" DATETIME,
    "camera" TEXT,
    "appVersion" TEXT,
    "pendingPunches" INTEGER NOT NULL DEFAULT 0,
    "batteryPercent" INTEGER,
    "clockOffsetMs" INTEGER,
    "createdAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME,
    "revokedAt" DATETIME,
    CONSTRAINT "Kiosk_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
-- Kiosks of before belong to the first site.
INSERT INTO "new_Kiosk" ("createdAt", "id", "lastSeenAt", "liveness", "mayEnrol", "name", "revokedAt", "siteId", "tokenHash") SELECT "createdAt", "id", "lastSeenAt", "liveness", "mayEnrol", "name", "revokedAt", (SELECT "id" FROM "Site" ORDER BY "id" LIMIT 1), "tokenHash" FROM "Kiosk";
DROP TABLE "Kiosk";
ALTER TABLE "new_Kiosk" RENAME TO "Kiosk";
CREATE UNIQUE INDEX "Kiosk_tokenHash_key" ON "Kiosk"("tokenHash");
CREATE UNIQUE INDEX "Kiosk_pairingCodeHash_key" ON "Kiosk"("pairingCodeHash");
CREATE INDEX "Kiosk_siteId_idx" ON "Kiosk"("siteId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "RefusedPunch_settledAt_id_idx" ON "RefusedPunch"("settledAt", "id");

-- CreateIndex
CREATE INDEX "RefusedPunch_employeeId_idx" ON "RefusedPunch"("employeeId");

-- CreateIndex
CREATE INDEX "RefusedPunch_kioskId_idx" ON "RefusedPunch"("kioskId");

-- CreateIndex
CREATE UNIQUE INDEX "Employee_badgeHash_key" ON "Employee"("badgeHash");

-- CreateIndex
CREATE INDEX "RecognitionDecision_source_decidedAt_idx" ON "RecognitionDecision"("source", "decidedAt");
