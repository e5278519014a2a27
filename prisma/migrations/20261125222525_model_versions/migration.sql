-- AlterTable
ALTER TABLE "RecognitionDecision" ADD COLUMN "modelVersion" TEXT;

-- CreateTable
CREATE TABLE "ModelVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "createdAt" DATETIME NOT NULL,
    "modelId" TEXT NOT NULL,
    "secondModelId" TEXT NOT NULL,
    "manifestSha256" TEXT NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "card" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "ModelPromotion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "versionId" TEXT,
    "previousId" TEXT,
    "isRollback" BOOLEAN NOT NULL,
    "at" DATETIME NOT NULL,
    "source" TEXT NOT NULL,
    "reason" TEXT,
    CONSTRAINT "ModelPromotion_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ModelVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ModelAlias" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "versionId" TEXT,
    "promotionId" TEXT,
    CONSTRAINT "ModelAlias_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ModelVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ModelVersion_createdAt_id_idx" ON "ModelVersion"("createdAt", "id");

-- CreateIndex
CREATE INDEX "ModelPromotion_versionId_idx" ON "ModelPromotion"("versionId");

-- CreateIndex
CREATE INDEX "ModelAlias_versionId_idx" ON "ModelAlias"("versionId");
