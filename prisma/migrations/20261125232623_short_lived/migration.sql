-- CreateTable
CREATE TABLE "ShortLived" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" BLOB NOT NULL,
    "triesLeft" INTEGER NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "ShortLived_expiresAt_idx" ON "ShortLived"("expiresAt");
