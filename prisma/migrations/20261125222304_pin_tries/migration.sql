-- CreateTable
CREATE TABLE "PinTries" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "wrong" INTEGER NOT NULL,
    "since" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "PinTries_since_idx" ON "PinTries"("since");
