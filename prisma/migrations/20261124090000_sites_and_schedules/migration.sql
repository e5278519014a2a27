-- CreateTable
CREATE TABLE "Site" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "dayStartsAtMinutes" INTEGER NOT NULL,
    "minimumPunchIntervalSeconds" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Department" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Shift" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "flexibleMinutes" INTEGER,
    "unpaidBreakMinutes" INTEGER NOT NULL,
    "paidBreakMinutes" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "ShiftSegment" (
    "shiftId" TEXT NOT NULL,
    "startsAtMinutes" INTEGER NOT NULL,
    "endsAtMinutes" INTEGER NOT NULL,

    PRIMARY KEY ("shiftId", "startsAtMinutes"),
    CONSTRAINT "ShiftSegment_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Pattern" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "cycleDays" INTEGER NOT NULL,
    "startsOn" TEXT NOT NULL,
    "observesHolidays" BOOLEAN NOT NULL
);

-- CreateTable
CREATE TABLE "PatternDay" (
    "patternId" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "shiftId" TEXT NOT NULL,

    PRIMARY KEY ("patternId", "day", "shiftId"),
    CONSTRAINT "PatternDay_patternId_fkey" FOREIGN KEY ("patternId") REFERENCES "Pattern" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PatternDay_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "patternId" TEXT NOT NULL,
    "siteId" TEXT,
    "departmentId" TEXT,
    "employeeId" TEXT,
    "from" TEXT NOT NULL,
    "to" TEXT,
    "offsetDays" INTEGER NOT NULL,
    CONSTRAINT "Assignment_patternId_fkey" FOREIGN KEY ("patternId") REFERENCES "Pattern" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Assignment_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Assignment_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Assignment_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OneOffChange" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "employeeId" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "shiftId" TEXT,
    CONSTRAINT "OneOffChange_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OneOffChange_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Holiday" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "siteId" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    CONSTRAINT "Holiday_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Leave" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "employeeId" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    CONSTRAINT "Leave_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Employee" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" INTEGER NOT NULL,
    "imageId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "siteId" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "searchText" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Employee_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Employee_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
-- The first site; its zone and the start of its days come from the settings at the next start, which only the program knows.
INSERT INTO "Site" ("id", "name", "timeZone", "dayStartsAtMinutes", "minimumPunchIntervalSeconds")
VALUES ('019e0000-0000-7000-8000-000000000001', 'Main site', '', 0, 60);
-- Each department in use becomes a row, with a UUIDv7 of this moment.
INSERT INTO "Department" ("id", "name")
SELECT
    lower(substr("stamp", 1, 8) || '-' || substr("stamp", 9) || '-7' || substr(hex(randomblob(2)), 2)
        || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
    "name"
FROM (
    SELECT DISTINCT
        "department" AS "name",
        printf('%012x', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)) AS "stamp"
    FROM "Employee"
);
INSERT INTO "new_Employee" ("active", "createdAt", "id", "imageId", "name", "number", "position", "searchText", "departmentId", "siteId")
SELECT "Employee"."active", "Employee"."createdAt", "Employee"."id", "Employee"."imageId", "Employee"."name", "Employee"."number",
    "Employee"."position", "Employee"."searchText", "Department"."id", '019e0000-0000-7000-8000-000000000001'
FROM "Employee" JOIN "Department" ON "Department"."name" = "Employee"."department";
DROP TABLE "Employee";
ALTER TABLE "new_Employee" RENAME TO "Employee";
CREATE UNIQUE INDEX "Employee_number_key" ON "Employee"("number");
CREATE UNIQUE INDEX "Employee_imageId_key" ON "Employee"("imageId");
CREATE INDEX "Employee_searchText_id_idx" ON "Employee"("searchText", "id");
CREATE INDEX "Employee_departmentId_idx" ON "Employee"("departmentId");
CREATE INDEX "Employee_siteId_idx" ON "Employee"("siteId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "Site_name_key" ON "Site"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Department_name_key" ON "Department"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Shift_name_key" ON "Shift"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Pattern_name_key" ON "Pattern"("name");

-- CreateIndex
CREATE INDEX "PatternDay_shiftId_idx" ON "PatternDay"("shiftId");

-- CreateIndex
CREATE INDEX "Assignment_patternId_idx" ON "Assignment"("patternId");

-- CreateIndex
CREATE INDEX "Assignment_siteId_idx" ON "Assignment"("siteId");

-- CreateIndex
CREATE INDEX "Assignment_departmentId_idx" ON "Assignment"("departmentId");

-- CreateIndex
CREATE INDEX "Assignment_employeeId_idx" ON "Assignment"("employeeId");

-- CreateIndex
CREATE INDEX "OneOffChange_date_id_idx" ON "OneOffChange"("date", "id");

-- CreateIndex
CREATE INDEX "OneOffChange_shiftId_idx" ON "OneOffChange"("shiftId");

-- CreateIndex
CREATE UNIQUE INDEX "OneOffChange_employeeId_date_shiftId_key" ON "OneOffChange"("employeeId", "date", "shiftId");

-- CreateIndex
CREATE INDEX "Holiday_date_id_idx" ON "Holiday"("date", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Holiday_siteId_date_part_key" ON "Holiday"("siteId", "date", "part");

-- CreateIndex
CREATE INDEX "Leave_employeeId_from_idx" ON "Leave"("employeeId", "from");

-- CreateIndex
CREATE INDEX "Leave_from_id_idx" ON "Leave"("from", "id");
