-- AlterTable
ALTER TABLE "RecognitionDecision" ADD COLUMN     "modelVersion" TEXT COLLATE "C";

-- CreateTable
CREATE TABLE "ModelVersion" (
    "id" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "modelId" TEXT COLLATE "C" NOT NULL,
    "secondModelId" TEXT COLLATE "C" NOT NULL,
    "manifestSha256" TEXT COLLATE "C" NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "card" JSONB NOT NULL,

    CONSTRAINT "ModelVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ModelPromotion" (
    "id" TEXT COLLATE "C" NOT NULL,
    "versionId" TEXT COLLATE "C",
    "previousId" TEXT COLLATE "C",
    "isRollback" BOOLEAN NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "source" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C",

    CONSTRAINT "ModelPromotion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ModelAlias" (
    "name" TEXT COLLATE "C" NOT NULL,
    "versionId" TEXT COLLATE "C",
    "promotionId" TEXT COLLATE "C",

    CONSTRAINT "ModelAlias_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "ModelVersion_createdAt_id_idx" ON "ModelVersion"("createdAt", "id");

-- CreateIndex
CREATE INDEX "ModelPromotion_versionId_idx" ON "ModelPromotion"("versionId");

-- CreateIndex
CREATE INDEX "ModelAlias_versionId_idx" ON "ModelAlias"("versionId");

-- AddForeignKey
ALTER TABLE "ModelPromotion" ADD CONSTRAINT "ModelPromotion_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ModelVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModelAlias" ADD CONSTRAINT "ModelAlias_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ModelVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
