-- CreateTable
CREATE TABLE "Policy" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "maxOpenMinutes" INTEGER NOT NULL,
    "automaticCheckOut" TEXT NOT NULL,
    "shiftWindowMinutes" INTEGER NOT NULL,
    "shiftHintMinutes" INTEGER NOT NULL,
    "lateGraceMinutes" INTEGER NOT NULL,
    "earlyLeaveGraceMinutes" INTEGER NOT NULL,
    "countsTimeBeforeShift" BOOLEAN NOT NULL,
    "roundCheckInToMinutes" INTEGER NOT NULL,
    "roundCheckIn" TEXT NOT NULL,
    "roundCheckOutToMinutes" INTEGER NOT NULL,
    "roundCheckOut" TEXT NOT NULL,
    "overtimeBasis" TEXT NOT NULL,
    "dailyOvertimeAfterMinutes" INTEGER NOT NULL,
    "weeklyOvertimeAfterMinutes" INTEGER,
    "weekStartsOn" INTEGER NOT NULL,
    "overtimeNeedsApproval" BOOLEAN NOT NULL
);

-- CreateTable
CREATE TABLE "PolicyBreakRule" (
    "policyId" TEXT NOT NULL,
    "afterMinutes" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "isPaid" BOOLEAN NOT NULL,

    PRIMARY KEY ("policyId", "afterMinutes", "minutes", "isPaid"),
    CONSTRAINT "PolicyBreakRule_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "Policy" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PolicyAssignment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "policyId" TEXT NOT NULL,
    "siteId" TEXT,
    "departmentId" TEXT,
    "employeeId" TEXT,
    "from" TEXT NOT NULL,
    "to" TEXT,
    "createdAt" DATETIME NOT NULL,
    "source" TEXT NOT NULL,
    CONSTRAINT "PolicyAssignment_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "Policy" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PolicyAssignment_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PolicyAssignment_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PolicyAssignment_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OvertimeApproval" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "employeeId" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    "source" TEXT NOT NULL,
    CONSTRAINT "OvertimeApproval_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PayPeriod" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "lockedAt" DATETIME,
    "source" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Adjustment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "employeeId" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "column" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "periodId" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Adjustment_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CorrectionRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "employeeId" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "kind" TEXT,
    "time" DATETIME,
    "targetId" TEXT,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'OPEN',
    "createdAt" DATETIME NOT NULL,
    "source" TEXT NOT NULL,
    "decidedAt" DATETIME,
    "decidedBy" TEXT,
    "comment" TEXT,
    CONSTRAINT "CorrectionRequest_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Attendance" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "employeeId" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'PRESENT',
    "policyId" TEXT NOT NULL DEFAULT 'default',
    "leaveKind" TEXT,
    "checkInTime" DATETIME,
    "checkOutTime" DATETIME,
    "openSince" DATETIME,
    "scheduledMinutes" INTEGER NOT NULL DEFAULT 0,
    "workedMinutes" INTEGER NOT NULL DEFAULT 0,
    "countedMinutes" INTEGER NOT NULL DEFAULT 0,
    "regularMinutes" INTEGER NOT NULL DEFAULT 0,
    "overtimeMinutes" INTEGER NOT NULL DEFAULT 0,
    "unapprovedOvertimeMinutes" INTEGER NOT NULL DEFAULT 0,
    "unpaidBreakMinutes" INTEGER NOT NULL DEFAULT 0,
    "paidBreakMinutes" INTEGER NOT NULL DEFAULT 0,
    "lateMinutes" INTEGER NOT NULL DEFAULT 0,
    "earlyLeaveMinutes" INTEGER NOT NULL DEFAULT 0,
    "absentMinutes" INTEGER NOT NULL DEFAULT 0,
    "leaveMinutes" INTEGER NOT NULL DEFAULT 0,
    "holidayMinutes" INTEGER NOT NULL DEFAULT 0,
    "exceptions" TEXT NOT NULL DEFAULT '',
    "correctedBy" TEXT NOT NULL DEFAULT '',
    "isLate" BOOLEAN NOT NULL DEFAULT false,
    "isMissing" BOOLEAN NOT NULL DEFAULT false,
    "isCorrected" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "Attendance_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Attendance" ("checkInTime", "checkOutTime", "date", "employeeId", "id", "openSince", "workedMinutes") SELECT "checkInTime", "checkOutTime", "date", "employeeId", "id", "openSince", coalesce("workedMinutes", 0) AS "workedMinutes" FROM "Attendance";
DROP TABLE "Attendance";
ALTER TABLE "new_Attendance" RENAME TO "Attendance";
CREATE INDEX "Attendance_date_id_idx" ON "Attendance"("date", "id");
CREATE INDEX "Attendance_openSince_idx" ON "Attendance"("openSince");
CREATE INDEX "Attendance_isLate_date_id_idx" ON "Attendance"("isLate", "date", "id");
CREATE INDEX "Attendance_isMissing_date_id_idx" ON "Attendance"("isMissing", "date", "id");
CREATE INDEX "Attendance_isCorrected_date_id_idx" ON "Attendance"("isCorrected", "date", "id");
CREATE UNIQUE INDEX "Attendance_employeeId_date_key" ON "Attendance"("employeeId", "date");
CREATE TABLE "new_AttendanceEvent" (
    "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "employeeId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "action" TEXT NOT NULL DEFAULT 'PUNCH',
    "recordedAt" DATETIME NOT NULL,
    "capturedAt" DATETIME,
    "clockOffsetMs" INTEGER,
    "isDeferred" BOOLEAN NOT NULL DEFAULT false,
    "correctedTime" DATETIME,
    "targetId" TEXT,
    "reason" TEXT,
    "source" TEXT NOT NULL,
    "photoPath" TEXT,
    "decisionId" TEXT,
    CONSTRAINT "AttendanceEvent_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AttendanceEvent_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "RecognitionDecision" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_AttendanceEvent" ("decisionId", "employeeId", "id", "kind", "method", "ordinal", "photoPath", "recordedAt", "sequence", "source") SELECT "decisionId", "employeeId", "id", "kind", "method", "ordinal", "photoPath", "recordedAt", "sequence", "source" FROM "AttendanceEvent";
DROP TABLE "AttendanceEvent";
ALTER TABLE "new_AttendanceEvent" RENAME TO "AttendanceEvent";
CREATE UNIQUE INDEX "AttendanceEvent_id_key" ON "AttendanceEvent"("id");
CREATE UNIQUE INDEX "AttendanceEvent_decisionId_key" ON "AttendanceEvent"("decisionId");
CREATE INDEX "AttendanceEvent_employeeId_recordedAt_idx" ON "AttendanceEvent"("employeeId", "recordedAt");
CREATE INDEX "AttendanceEvent_recordedAt_idx" ON "AttendanceEvent"("recordedAt");
CREATE UNIQUE INDEX "AttendanceEvent_employeeId_ordinal_key" ON "AttendanceEvent"("employeeId", "ordinal");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "Policy_name_key" ON "Policy"("name");

-- CreateIndex
CREATE INDEX "PolicyAssignment_policyId_idx" ON "PolicyAssignment"("policyId");

-- CreateIndex
CREATE INDEX "PolicyAssignment_siteId_idx" ON "PolicyAssignment"("siteId");

-- CreateIndex
CREATE INDEX "PolicyAssignment_departmentId_idx" ON "PolicyAssignment"("departmentId");

-- CreateIndex
CREATE INDEX "PolicyAssignment_employeeId_idx" ON "PolicyAssignment"("employeeId");

-- CreateIndex
CREATE INDEX "OvertimeApproval_employeeId_date_idx" ON "OvertimeApproval"("employeeId", "date");

-- CreateIndex
CREATE INDEX "PayPeriod_from_idx" ON "PayPeriod"("from");

-- CreateIndex
CREATE INDEX "Adjustment_employeeId_date_idx" ON "Adjustment"("employeeId", "date");

-- CreateIndex
CREATE INDEX "Adjustment_periodId_idx" ON "Adjustment"("periodId");

-- CreateIndex
CREATE INDEX "CorrectionRequest_state_id_idx" ON "CorrectionRequest"("state", "id");

-- CreateIndex
CREATE INDEX "CorrectionRequest_employeeId_id_idx" ON "CorrectionRequest"("employeeId", "id");

-- Dropped with the old table
CREATE TRIGGER "AttendanceEvent_refuses_update"
BEFORE UPDATE ON "AttendanceEvent"
BEGIN
  SELECT RAISE(ABORT, 'AttendanceEvent is append-only');
END;

-- Dropped with the old table
CREATE TRIGGER "AttendanceEvent_refuses_delete"
BEFORE DELETE ON "AttendanceEvent"
BEGIN
  SELECT RAISE(ABORT, 'AttendanceEvent is append-only');
END;
