-- AlterEnum
ALTER TYPE "RetentionKind" ADD VALUE 'IMPORT_REPORTS';

-- CreateTable
CREATE TABLE "PinTries" (
    "key" TEXT COLLATE "C" NOT NULL,
    "wrong" INTEGER NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PinTries_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "PinTries_since_idx" ON "PinTries"("since");
