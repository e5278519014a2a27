-- CreateTable
CREATE TABLE "MistakenMatch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "eventId" TEXT NOT NULL,
    "wrongId" TEXT NOT NULL,
    "wrongSampleId" TEXT NOT NULL,
    "rightId" TEXT,
    "rightSampleId" TEXT,
    "modelId" TEXT NOT NULL,
    "distance" REAL NOT NULL,
    "gap" REAL,
    "notedAt" DATETIME NOT NULL,
    "source" TEXT NOT NULL,
    CONSTRAINT "MistakenMatch_wrongId_fkey" FOREIGN KEY ("wrongId") REFERENCES "Employee" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MistakenMatch_rightId_fkey" FOREIGN KEY ("rightId") REFERENCES "Employee" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MistakenMatch_wrongSampleId_fkey" FOREIGN KEY ("wrongSampleId") REFERENCES "FaceSample" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MistakenMatch_rightSampleId_fkey" FOREIGN KEY ("rightSampleId") REFERENCES "FaceSample" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "RecognitionDecision" ADD COLUMN "heedsMistake" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE UNIQUE INDEX "MistakenMatch_eventId_key" ON "MistakenMatch"("eventId");

-- CreateIndex
CREATE INDEX "MistakenMatch_wrongId_idx" ON "MistakenMatch"("wrongId");

-- CreateIndex
CREATE INDEX "MistakenMatch_rightId_idx" ON "MistakenMatch"("rightId");

-- CreateIndex
CREATE INDEX "MistakenMatch_wrongSampleId_idx" ON "MistakenMatch"("wrongSampleId");

-- CreateIndex
CREATE INDEX "MistakenMatch_rightSampleId_idx" ON "MistakenMatch"("rightSampleId");
