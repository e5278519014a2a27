-- CreateTable
CREATE TABLE "ShortLived" (
    "key" TEXT COLLATE "C" NOT NULL,
    "value" BYTEA NOT NULL,
    "triesLeft" INTEGER NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ShortLived_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "ShortLived_expiresAt_idx" ON "ShortLived"("expiresAt");
