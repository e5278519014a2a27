-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "UserRole" AS ENUM ('ADMIN', 'MANAGER', 'AUDITOR', 'EMPLOYEE');

-- CreateEnum
CREATE TYPE "SampleUse" AS ENUM ('TRAIN', 'TEST');

-- CreateEnum
CREATE TYPE "DayPart" AS ENUM ('WHOLE', 'FIRST_HALF', 'SECOND_HALF');

-- CreateEnum
CREATE TYPE "AttendanceKind" AS ENUM ('CHECK_IN', 'CHECK_OUT');

-- CreateEnum
CREATE TYPE "EventAction" AS ENUM ('PUNCH', 'ADD', 'MOVE', 'VOID', 'RESTORE');

-- CreateEnum
CREATE TYPE "DayStatus" AS ENUM ('PRESENT', 'ABSENT', 'EXPECTED', 'HOLIDAY', 'LEAVE', 'FREE');

-- CreateEnum
CREATE TYPE "RoundingDirection" AS ENUM ('UP', 'DOWN', 'NEAREST');

-- CreateEnum
CREATE TYPE "AutomaticCheckOut" AS ENUM ('NEVER', 'SHIFT_END', 'MAX_OPEN');

-- CreateEnum
CREATE TYPE "OvertimeBasis" AS ENUM ('NONE', 'SCHEDULED', 'FIXED');

-- CreateEnum
CREATE TYPE "CorrectionState" AS ENUM ('OPEN', 'APPROVED', 'REFUSED');

-- CreateEnum
CREATE TYPE "AttendanceMethod" AS ENUM ('FACE', 'PIN', 'BADGE', 'MANUAL', 'IMPORT');

-- CreateEnum
CREATE TYPE "LivenessLevel" AS ENUM ('OFF', 'PASSIVE', 'CHALLENGE');

-- CreateEnum
CREATE TYPE "ConsentMethod" AS ENUM ('KIOSK', 'DASHBOARD', 'IMPORT');

-- CreateEnum
CREATE TYPE "RetentionKind" AS ENUM ('ATTENDANCE_PHOTOS', 'UNKNOWN_FACES', 'RECOGNITION_DECISIONS', 'TEMPLATES_AFTER_LEAVING', 'ANSWERS', 'SESSIONS');

-- CreateEnum
CREATE TYPE "JobState" AS ENUM ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "Identification" AS ENUM ('FACE_ONLY', 'FACE_OR_PIN', 'FACE_OR_BADGE_AND_PIN', 'FACE_AND_PIN');

-- CreateEnum
CREATE TYPE "KioskCamera" AS ENUM ('WORKING', 'BLOCKED', 'MISSING', 'FAILING');

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT COLLATE "C" NOT NULL,
    "email" TEXT COLLATE "C" NOT NULL,
    "passwordHash" TEXT COLLATE "C",
    "role" "UserRole" NOT NULL,
    "employeeId" TEXT COLLATE "C",
    "oidcSubject" TEXT COLLATE "C",
    "totpSealed" BYTEA,
    "totpLastStep" INTEGER,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "disabledAt" TIMESTAMP(3),

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ManagedDepartment" (
    "userId" TEXT COLLATE "C" NOT NULL,
    "departmentId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "ManagedDepartment_pkey" PRIMARY KEY ("userId","departmentId")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT COLLATE "C" NOT NULL,
    "tokenHash" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C" NOT NULL,
    "device" TEXT COLLATE "C" NOT NULL,
    "address" TEXT COLLATE "C" NOT NULL,
    "secondFactor" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "lastSeenAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KnownDevice" (
    "tokenHash" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C" NOT NULL,
    "usedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "KnownDevice_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "Passkey" (
    "id" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C" NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "counter" INTEGER NOT NULL,
    "transports" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "lastUsedAt" TIMESTAMP(3),

    CONSTRAINT "Passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "codeHash" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("codeHash")
);

-- CreateTable
CREATE TABLE "PasswordReset" (
    "userId" TEXT COLLATE "C" NOT NULL,
    "tokenHash" TEXT COLLATE "C" NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PasswordReset_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "ApiKey" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "tokenHash" TEXT COLLATE "C" NOT NULL,
    "scopes" TEXT COLLATE "C" NOT NULL,
    "allDepartments" BOOLEAN NOT NULL,
    "createdBy" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "lastUsedAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiKeyDepartment" (
    "keyId" TEXT COLLATE "C" NOT NULL,
    "departmentId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "ApiKeyDepartment_pkey" PRIMARY KEY ("keyId","departmentId")
);

-- CreateTable
CREATE TABLE "Kiosk" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "siteId" TEXT COLLATE "C" NOT NULL,
    "onlyOwnSite" BOOLEAN NOT NULL DEFAULT false,
    "identification" "Identification" NOT NULL DEFAULT 'FACE_OR_PIN',
    "mayEnrol" BOOLEAN NOT NULL DEFAULT false,
    "liveness" "LivenessLevel" NOT NULL DEFAULT 'OFF',
    "tokenHash" TEXT COLLATE "C",
    "pairingCodeHash" TEXT COLLATE "C",
    "pairingExpiresAt" TIMESTAMP(3),
    "pairedAt" TIMESTAMP(3),
    "publicKey" JSONB,
    "origin" TEXT COLLATE "C",
    "highestNumber" INTEGER NOT NULL DEFAULT 0,
    "numbersUsed" INTEGER NOT NULL DEFAULT 0,
    "heartbeatAt" TIMESTAMP(3),
    "camera" "KioskCamera",
    "appVersion" TEXT COLLATE "C",
    "pendingPunches" INTEGER NOT NULL DEFAULT 0,
    "batteryPercent" INTEGER,
    "clockOffsetMs" INTEGER,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "lastSeenAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "Kiosk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Site" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "timeZone" TEXT COLLATE "C" NOT NULL,
    "dayStartsAtMinutes" INTEGER NOT NULL,
    "minimumPunchIntervalSeconds" INTEGER NOT NULL,

    CONSTRAINT "Site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Department" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Employee" (
    "id" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "imageId" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "position" TEXT COLLATE "C" NOT NULL,
    "departmentId" TEXT COLLATE "C" NOT NULL,
    "siteId" TEXT COLLATE "C" NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "searchText" TEXT COLLATE "C" NOT NULL,
    "pinHash" TEXT COLLATE "C",
    "leavesOn" TEXT COLLATE "C",
    "badgeHash" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Employee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Shift" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "flexibleMinutes" INTEGER,
    "unpaidBreakMinutes" INTEGER NOT NULL,
    "paidBreakMinutes" INTEGER NOT NULL,

    CONSTRAINT "Shift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ShiftSegment" (
    "shiftId" TEXT COLLATE "C" NOT NULL,
    "startsAtMinutes" INTEGER NOT NULL,
    "endsAtMinutes" INTEGER NOT NULL,

    CONSTRAINT "ShiftSegment_pkey" PRIMARY KEY ("shiftId","startsAtMinutes")
);

-- CreateTable
CREATE TABLE "Pattern" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "cycleDays" INTEGER NOT NULL,
    "startsOn" TEXT COLLATE "C" NOT NULL,
    "observesHolidays" BOOLEAN NOT NULL,

    CONSTRAINT "Pattern_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PatternDay" (
    "patternId" TEXT COLLATE "C" NOT NULL,
    "day" INTEGER NOT NULL,
    "shiftId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "PatternDay_pkey" PRIMARY KEY ("patternId","day","shiftId")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" TEXT COLLATE "C" NOT NULL,
    "patternId" TEXT COLLATE "C" NOT NULL,
    "siteId" TEXT COLLATE "C",
    "departmentId" TEXT COLLATE "C",
    "employeeId" TEXT COLLATE "C",
    "from" TEXT COLLATE "C" NOT NULL,
    "to" TEXT COLLATE "C",
    "offsetDays" INTEGER NOT NULL,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneOffChange" (
    "id" TEXT COLLATE "C" NOT NULL,
    "employeeId" TEXT COLLATE "C" NOT NULL,
    "date" TEXT COLLATE "C" NOT NULL,
    "shiftId" TEXT COLLATE "C",

    CONSTRAINT "OneOffChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Holiday" (
    "id" TEXT COLLATE "C" NOT NULL,
    "siteId" TEXT COLLATE "C" NOT NULL,
    "date" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "part" "DayPart" NOT NULL,

    CONSTRAINT "Holiday_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Leave" (
    "id" TEXT COLLATE "C" NOT NULL,
    "employeeId" TEXT COLLATE "C" NOT NULL,
    "from" TEXT COLLATE "C" NOT NULL,
    "to" TEXT COLLATE "C" NOT NULL,
    "part" "DayPart" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Leave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConsentNotice" (
    "id" TEXT COLLATE "C" NOT NULL,
    "language" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "publishedBy" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "ConsentNotice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" TEXT COLLATE "C" NOT NULL,
    "employeeId" TEXT COLLATE "C" NOT NULL,
    "noticeVersion" TEXT COLLATE "C" NOT NULL,
    "givenAt" TIMESTAMP(3) NOT NULL,
    "noticeId" TEXT COLLATE "C",
    "language" TEXT COLLATE "C" NOT NULL DEFAULT 'en',
    "method" "ConsentMethod" NOT NULL DEFAULT 'DASHBOARD',
    "recordedBy" TEXT COLLATE "C" NOT NULL,
    "withdrawnAt" TIMESTAMP(3),
    "withdrawnBy" TEXT COLLATE "C",

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FaceSample" (
    "id" TEXT COLLATE "C" NOT NULL,
    "employeeId" TEXT COLLATE "C" NOT NULL,
    "use" "SampleUse" NOT NULL,
    "path" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "FaceSample_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FaceTemplate" (
    "id" TEXT COLLATE "C" NOT NULL,
    "employeeId" TEXT COLLATE "C" NOT NULL,
    "sampleId" TEXT COLLATE "C" NOT NULL,
    "modelId" TEXT COLLATE "C" NOT NULL,
    "keyId" TEXT COLLATE "C",
    "sealed" BYTEA NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "FaceTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecognitionDecision" (
    "id" TEXT COLLATE "C" NOT NULL,
    "decidedAt" TIMESTAMP(3) NOT NULL,
    "source" TEXT COLLATE "C" NOT NULL,
    "outcome" TEXT COLLATE "C" NOT NULL,
    "employeeId" TEXT COLLATE "C",
    "runnerUpId" TEXT COLLATE "C",
    "gallerySize" INTEGER NOT NULL,
    "modelId" TEXT COLLATE "C" NOT NULL,
    "distance" DOUBLE PRECISION,
    "runnerUpDistance" DOUBLE PRECISION,
    "threshold" DOUBLE PRECISION,
    "margin" DOUBLE PRECISION,
    "secondModelId" TEXT COLLATE "C",
    "fusedDistance" DOUBLE PRECISION,
    "fusedRunnerUpDistance" DOUBLE PRECISION,
    "fusedThreshold" DOUBLE PRECISION,
    "fusedMargin" DOUBLE PRECISION,
    "confidence" DOUBLE PRECISION,
    "frames" INTEGER NOT NULL,
    "quality" JSONB,
    "livenessLevel" "LivenessLevel" NOT NULL,
    "liveness" JSONB,
    "heedsMistake" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "RecognitionDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LookAlike" (
    "firstId" TEXT COLLATE "C" NOT NULL,
    "secondId" TEXT COLLATE "C" NOT NULL,
    "distance" DOUBLE PRECISION NOT NULL,
    "foundAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LookAlike_pkey" PRIMARY KEY ("firstId","secondId")
);

-- CreateTable
CREATE TABLE "MistakenMatch" (
    "id" TEXT COLLATE "C" NOT NULL,
    "eventId" TEXT COLLATE "C" NOT NULL,
    "wrongId" TEXT COLLATE "C" NOT NULL,
    "wrongSampleId" TEXT COLLATE "C" NOT NULL,
    "rightId" TEXT COLLATE "C",
    "rightSampleId" TEXT COLLATE "C",
    "modelId" TEXT COLLATE "C" NOT NULL,
    "distance" DOUBLE PRECISION NOT NULL,
    "gap" DOUBLE PRECISION,
    "notedAt" TIMESTAMP(3) NOT NULL,
    "source" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "MistakenMatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttendanceEvent" (
    "sequence" SERIAL NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "employeeId" TEXT COLLATE "C" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" "AttendanceKind" NOT NULL,
    "method" "AttendanceMethod" NOT NULL,
    "action" "EventAction" NOT NULL DEFAULT 'PUNCH',
    "recordedAt" TIMESTAMP(3) NOT NULL,
    "capturedAt" TIMESTAMP(3),
    "clockOffsetMs" INTEGER,
    "isDeferred" BOOLEAN NOT NULL DEFAULT false,
    "correctedTime" TIMESTAMP(3),
    "targetId" TEXT COLLATE "C",
    "reason" TEXT COLLATE "C",
    "source" TEXT COLLATE "C" NOT NULL,
    "photoPath" TEXT COLLATE "C",
    "decisionId" TEXT COLLATE "C",

    CONSTRAINT "AttendanceEvent_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "RefusedPunch" (
    "id" TEXT COLLATE "C" NOT NULL,
    "kioskId" TEXT COLLATE "C" NOT NULL,
    "method" "AttendanceMethod" NOT NULL,
    "request" TEXT COLLATE "C" NOT NULL,
    "capturedAt" TIMESTAMP(3) NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "reason" TEXT COLLATE "C" NOT NULL,
    "message" TEXT COLLATE "C" NOT NULL,
    "employeeId" TEXT COLLATE "C",
    "settledAt" TIMESTAMP(3),
    "settledBy" TEXT COLLATE "C",

    CONSTRAINT "RefusedPunch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttendanceAnswer" (
    "source" TEXT COLLATE "C" NOT NULL,
    "idempotencyKey" TEXT COLLATE "C" NOT NULL,
    "request" TEXT COLLATE "C" NOT NULL,
    "eventId" TEXT COLLATE "C",
    "attendanceId" TEXT COLLATE "C",
    "refusalReason" TEXT COLLATE "C",
    "refusalMessage" TEXT COLLATE "C",
    "decisionId" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AttendanceAnswer_pkey" PRIMARY KEY ("source","idempotencyKey")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "id" TEXT COLLATE "C" NOT NULL,
    "employeeId" TEXT COLLATE "C" NOT NULL,
    "date" TEXT COLLATE "C" NOT NULL,
    "status" "DayStatus" NOT NULL DEFAULT 'PRESENT',
    "policyId" TEXT COLLATE "C" NOT NULL DEFAULT 'default',
    "leaveKind" TEXT COLLATE "C",
    "checkInTime" TIMESTAMP(3),
    "checkOutTime" TIMESTAMP(3),
    "openSince" TIMESTAMP(3),
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
    "exceptions" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "correctedBy" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "isLate" BOOLEAN NOT NULL DEFAULT false,
    "isMissing" BOOLEAN NOT NULL DEFAULT false,
    "isCorrected" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Policy" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "maxOpenMinutes" INTEGER NOT NULL,
    "automaticCheckOut" "AutomaticCheckOut" NOT NULL,
    "shiftWindowMinutes" INTEGER NOT NULL,
    "shiftHintMinutes" INTEGER NOT NULL,
    "lateGraceMinutes" INTEGER NOT NULL,
    "earlyLeaveGraceMinutes" INTEGER NOT NULL,
    "countsTimeBeforeShift" BOOLEAN NOT NULL,
    "roundCheckInToMinutes" INTEGER NOT NULL,
    "roundCheckIn" "RoundingDirection" NOT NULL,
    "roundCheckOutToMinutes" INTEGER NOT NULL,
    "roundCheckOut" "RoundingDirection" NOT NULL,
    "overtimeBasis" "OvertimeBasis" NOT NULL,
    "dailyOvertimeAfterMinutes" INTEGER NOT NULL,
    "weeklyOvertimeAfterMinutes" INTEGER,
    "weekStartsOn" INTEGER NOT NULL,
    "overtimeNeedsApproval" BOOLEAN NOT NULL,

    CONSTRAINT "Policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PolicyBreakRule" (
    "policyId" TEXT COLLATE "C" NOT NULL,
    "afterMinutes" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "isPaid" BOOLEAN NOT NULL,

    CONSTRAINT "PolicyBreakRule_pkey" PRIMARY KEY ("policyId","afterMinutes","minutes","isPaid")
);

-- CreateTable
CREATE TABLE "PolicyAssignment" (
    "id" TEXT COLLATE "C" NOT NULL,
    "policyId" TEXT COLLATE "C" NOT NULL,
    "siteId" TEXT COLLATE "C",
    "departmentId" TEXT COLLATE "C",
    "employeeId" TEXT COLLATE "C",
    "from" TEXT COLLATE "C" NOT NULL,
    "to" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL,
    "source" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "PolicyAssignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OvertimeApproval" (
    "id" TEXT COLLATE "C" NOT NULL,
    "employeeId" TEXT COLLATE "C" NOT NULL,
    "date" TEXT COLLATE "C" NOT NULL,
    "minutes" INTEGER NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL,
    "source" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "OvertimeApproval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PayPeriod" (
    "id" TEXT COLLATE "C" NOT NULL,
    "from" TEXT COLLATE "C" NOT NULL,
    "to" TEXT COLLATE "C" NOT NULL,
    "lockedAt" TIMESTAMP(3),
    "source" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "PayPeriod_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Adjustment" (
    "id" TEXT COLLATE "C" NOT NULL,
    "employeeId" TEXT COLLATE "C" NOT NULL,
    "date" TEXT COLLATE "C" NOT NULL,
    "column" TEXT COLLATE "C" NOT NULL,
    "minutes" INTEGER NOT NULL,
    "periodId" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Adjustment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CorrectionRequest" (
    "id" TEXT COLLATE "C" NOT NULL,
    "employeeId" TEXT COLLATE "C" NOT NULL,
    "action" "EventAction" NOT NULL,
    "kind" "AttendanceKind",
    "time" TIMESTAMP(3),
    "targetId" TEXT COLLATE "C",
    "reason" TEXT COLLATE "C" NOT NULL,
    "state" "CorrectionState" NOT NULL DEFAULT 'OPEN',
    "createdAt" TIMESTAMP(3) NOT NULL,
    "source" TEXT COLLATE "C" NOT NULL,
    "decidedAt" TIMESTAMP(3),
    "decidedBy" TEXT COLLATE "C",
    "comment" TEXT COLLATE "C",

    CONSTRAINT "CorrectionRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonKey" (
    "id" TEXT COLLATE "C" NOT NULL,
    "employeeId" TEXT COLLATE "C" NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "masterKeyId" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PersonKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KeyRotation" (
    "id" TEXT COLLATE "C" NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "masterKeyId" TEXT COLLATE "C" NOT NULL,
    "withData" BOOLEAN NOT NULL,
    "finishedAt" TIMESTAMP(3),

    CONSTRAINT "KeyRotation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RetentionRule" (
    "kind" "RetentionKind" NOT NULL,
    "days" INTEGER NOT NULL,

    CONSTRAINT "RetentionRule_pkey" PRIMARY KEY ("kind")
);

-- CreateTable
CREATE TABLE "PurgeRun" (
    "id" TEXT COLLATE "C" NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "finishedAt" TIMESTAMP(3),
    "source" TEXT COLLATE "C" NOT NULL,
    "removed" JSONB NOT NULL,

    CONSTRAINT "PurgeRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Erasure" (
    "sequence" SERIAL NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "employeeId" TEXT COLLATE "C" NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "source" TEXT COLLATE "C" NOT NULL,
    "removed" JSONB NOT NULL,
    "finishedAt" TIMESTAMP(3),
    "receipt" TEXT COLLATE "C",

    CONSTRAINT "Erasure_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "sequence" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "actor" TEXT COLLATE "C" NOT NULL,
    "actorName" TEXT COLLATE "C",
    "action" TEXT COLLATE "C" NOT NULL,
    "subject" TEXT COLLATE "C",
    "outcome" TEXT COLLATE "C" NOT NULL,
    "address" TEXT COLLATE "C",
    "details" TEXT COLLATE "C",
    "previousHash" TEXT COLLATE "C" NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "Job" (
    "id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "payload" JSONB NOT NULL,
    "state" "JobState" NOT NULL,
    "activeKey" TEXT COLLATE "C",
    "source" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "runAt" TIMESTAMP(3) NOT NULL,
    "startedAt" TIMESTAMP(3),
    "finishedAt" TIMESTAMP(3),
    "changedAt" TIMESTAMP(3) NOT NULL,
    "attempts" INTEGER NOT NULL,
    "maxAttempts" INTEGER NOT NULL,
    "leaseOwner" TEXT COLLATE "C",
    "leaseUntil" TIMESTAMP(3),
    "cancelRequested" BOOLEAN NOT NULL,
    "done" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "message" TEXT COLLATE "C",
    "result" JSONB,

    CONSTRAINT "Job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JobStep" (
    "jobId" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "result" JSONB NOT NULL,
    "finishedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "JobStep_pkey" PRIMARY KEY ("jobId","name")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "User_employeeId_key" ON "User"("employeeId");

-- CreateIndex
CREATE UNIQUE INDEX "User_oidcSubject_key" ON "User"("oidcSubject");

-- CreateIndex
CREATE INDEX "ManagedDepartment_departmentId_idx" ON "ManagedDepartment"("departmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "KnownDevice_userId_idx" ON "KnownDevice"("userId");

-- CreateIndex
CREATE INDEX "Passkey_userId_idx" ON "Passkey"("userId");

-- CreateIndex
CREATE INDEX "RecoveryCode_userId_idx" ON "RecoveryCode"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "PasswordReset_tokenHash_key" ON "PasswordReset"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_tokenHash_key" ON "ApiKey"("tokenHash");

-- CreateIndex
CREATE INDEX "ApiKeyDepartment_departmentId_idx" ON "ApiKeyDepartment"("departmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Kiosk_tokenHash_key" ON "Kiosk"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Kiosk_pairingCodeHash_key" ON "Kiosk"("pairingCodeHash");

-- CreateIndex
CREATE INDEX "Kiosk_siteId_idx" ON "Kiosk"("siteId");

-- CreateIndex
CREATE UNIQUE INDEX "Site_name_key" ON "Site"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Department_name_key" ON "Department"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Employee_number_key" ON "Employee"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Employee_imageId_key" ON "Employee"("imageId");

-- CreateIndex
CREATE UNIQUE INDEX "Employee_badgeHash_key" ON "Employee"("badgeHash");

-- CreateIndex
CREATE INDEX "Employee_searchText_id_idx" ON "Employee"("searchText", "id");

-- CreateIndex
CREATE INDEX "Employee_departmentId_idx" ON "Employee"("departmentId");

-- CreateIndex
CREATE INDEX "Employee_siteId_idx" ON "Employee"("siteId");

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

-- CreateIndex
CREATE UNIQUE INDEX "ConsentNotice_language_version_key" ON "ConsentNotice"("language", "version");

-- CreateIndex
CREATE INDEX "Consent_employeeId_idx" ON "Consent"("employeeId");

-- CreateIndex
CREATE UNIQUE INDEX "FaceSample_path_key" ON "FaceSample"("path");

-- CreateIndex
CREATE INDEX "FaceSample_employeeId_idx" ON "FaceSample"("employeeId");

-- CreateIndex
CREATE INDEX "FaceTemplate_employeeId_idx" ON "FaceTemplate"("employeeId");

-- CreateIndex
CREATE UNIQUE INDEX "FaceTemplate_sampleId_modelId_key" ON "FaceTemplate"("sampleId", "modelId");

-- CreateIndex
CREATE INDEX "RecognitionDecision_employeeId_id_idx" ON "RecognitionDecision"("employeeId", "id");

-- CreateIndex
CREATE INDEX "RecognitionDecision_runnerUpId_idx" ON "RecognitionDecision"("runnerUpId");

-- CreateIndex
CREATE INDEX "RecognitionDecision_outcome_id_idx" ON "RecognitionDecision"("outcome", "id");

-- CreateIndex
CREATE INDEX "RecognitionDecision_decidedAt_idx" ON "RecognitionDecision"("decidedAt");

-- CreateIndex
CREATE INDEX "RecognitionDecision_source_decidedAt_idx" ON "RecognitionDecision"("source", "decidedAt");

-- CreateIndex
CREATE INDEX "LookAlike_secondId_idx" ON "LookAlike"("secondId");

-- CreateIndex
CREATE INDEX "LookAlike_distance_firstId_secondId_idx" ON "LookAlike"("distance", "firstId", "secondId");

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

-- CreateIndex
CREATE UNIQUE INDEX "AttendanceEvent_id_key" ON "AttendanceEvent"("id");

-- CreateIndex
CREATE UNIQUE INDEX "AttendanceEvent_decisionId_key" ON "AttendanceEvent"("decisionId");

-- CreateIndex
CREATE INDEX "AttendanceEvent_employeeId_recordedAt_idx" ON "AttendanceEvent"("employeeId", "recordedAt");

-- CreateIndex
CREATE INDEX "AttendanceEvent_recordedAt_idx" ON "AttendanceEvent"("recordedAt");

-- CreateIndex
CREATE UNIQUE INDEX "AttendanceEvent_employeeId_ordinal_key" ON "AttendanceEvent"("employeeId", "ordinal");

-- CreateIndex
CREATE INDEX "RefusedPunch_settledAt_id_idx" ON "RefusedPunch"("settledAt", "id");

-- CreateIndex
CREATE INDEX "RefusedPunch_employeeId_idx" ON "RefusedPunch"("employeeId");

-- CreateIndex
CREATE INDEX "RefusedPunch_kioskId_idx" ON "RefusedPunch"("kioskId");

-- CreateIndex
CREATE INDEX "AttendanceAnswer_createdAt_idx" ON "AttendanceAnswer"("createdAt");

-- CreateIndex
CREATE INDEX "Attendance_date_id_idx" ON "Attendance"("date", "id");

-- CreateIndex
CREATE INDEX "Attendance_openSince_idx" ON "Attendance"("openSince");

-- CreateIndex
CREATE INDEX "Attendance_isLate_date_id_idx" ON "Attendance"("isLate", "date", "id");

-- CreateIndex
CREATE INDEX "Attendance_isMissing_date_id_idx" ON "Attendance"("isMissing", "date", "id");

-- CreateIndex
CREATE INDEX "Attendance_isCorrected_date_id_idx" ON "Attendance"("isCorrected", "date", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Attendance_employeeId_date_key" ON "Attendance"("employeeId", "date");

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

-- CreateIndex
CREATE INDEX "PersonKey_employeeId_idx" ON "PersonKey"("employeeId");

-- CreateIndex
CREATE INDEX "PersonKey_masterKeyId_id_idx" ON "PersonKey"("masterKeyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Erasure_id_key" ON "Erasure"("id");

-- CreateIndex
CREATE INDEX "Erasure_employeeId_idx" ON "Erasure"("employeeId");

-- CreateIndex
CREATE INDEX "AuditEntry_actor_sequence_idx" ON "AuditEntry"("actor", "sequence");

-- CreateIndex
CREATE INDEX "AuditEntry_action_sequence_idx" ON "AuditEntry"("action", "sequence");

-- CreateIndex
CREATE INDEX "AuditEntry_subject_sequence_idx" ON "AuditEntry"("subject", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "Job_activeKey_key" ON "Job"("activeKey");

-- CreateIndex
CREATE INDEX "Job_state_runAt_idx" ON "Job"("state", "runAt");

-- CreateIndex
CREATE INDEX "Job_kind_id_idx" ON "Job"("kind", "id");

-- CreateIndex
CREATE INDEX "Job_changedAt_idx" ON "Job"("changedAt");

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ManagedDepartment" ADD CONSTRAINT "ManagedDepartment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ManagedDepartment" ADD CONSTRAINT "ManagedDepartment_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KnownDevice" ADD CONSTRAINT "KnownDevice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PasswordReset" ADD CONSTRAINT "PasswordReset_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiKeyDepartment" ADD CONSTRAINT "ApiKeyDepartment_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "ApiKey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiKeyDepartment" ADD CONSTRAINT "ApiKeyDepartment_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Kiosk" ADD CONSTRAINT "Kiosk_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Employee" ADD CONSTRAINT "Employee_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Employee" ADD CONSTRAINT "Employee_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShiftSegment" ADD CONSTRAINT "ShiftSegment_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PatternDay" ADD CONSTRAINT "PatternDay_patternId_fkey" FOREIGN KEY ("patternId") REFERENCES "Pattern"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PatternDay" ADD CONSTRAINT "PatternDay_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_patternId_fkey" FOREIGN KEY ("patternId") REFERENCES "Pattern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneOffChange" ADD CONSTRAINT "OneOffChange_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneOffChange" ADD CONSTRAINT "OneOffChange_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Holiday" ADD CONSTRAINT "Holiday_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Leave" ADD CONSTRAINT "Leave_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "ConsentNotice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FaceSample" ADD CONSTRAINT "FaceSample_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FaceTemplate" ADD CONSTRAINT "FaceTemplate_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FaceTemplate" ADD CONSTRAINT "FaceTemplate_sampleId_fkey" FOREIGN KEY ("sampleId") REFERENCES "FaceSample"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecognitionDecision" ADD CONSTRAINT "RecognitionDecision_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecognitionDecision" ADD CONSTRAINT "RecognitionDecision_runnerUpId_fkey" FOREIGN KEY ("runnerUpId") REFERENCES "Employee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LookAlike" ADD CONSTRAINT "LookAlike_firstId_fkey" FOREIGN KEY ("firstId") REFERENCES "Employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LookAlike" ADD CONSTRAINT "LookAlike_secondId_fkey" FOREIGN KEY ("secondId") REFERENCES "Employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MistakenMatch" ADD CONSTRAINT "MistakenMatch_wrongId_fkey" FOREIGN KEY ("wrongId") REFERENCES "Employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MistakenMatch" ADD CONSTRAINT "MistakenMatch_rightId_fkey" FOREIGN KEY ("rightId") REFERENCES "Employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MistakenMatch" ADD CONSTRAINT "MistakenMatch_wrongSampleId_fkey" FOREIGN KEY ("wrongSampleId") REFERENCES "FaceSample"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MistakenMatch" ADD CONSTRAINT "MistakenMatch_rightSampleId_fkey" FOREIGN KEY ("rightSampleId") REFERENCES "FaceSample"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceEvent" ADD CONSTRAINT "AttendanceEvent_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceEvent" ADD CONSTRAINT "AttendanceEvent_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "RecognitionDecision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefusedPunch" ADD CONSTRAINT "RefusedPunch_kioskId_fkey" FOREIGN KEY ("kioskId") REFERENCES "Kiosk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefusedPunch" ADD CONSTRAINT "RefusedPunch_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyBreakRule" ADD CONSTRAINT "PolicyBreakRule_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "Policy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyAssignment" ADD CONSTRAINT "PolicyAssignment_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "Policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyAssignment" ADD CONSTRAINT "PolicyAssignment_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyAssignment" ADD CONSTRAINT "PolicyAssignment_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyAssignment" ADD CONSTRAINT "PolicyAssignment_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OvertimeApproval" ADD CONSTRAINT "OvertimeApproval_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Adjustment" ADD CONSTRAINT "Adjustment_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectionRequest" ADD CONSTRAINT "CorrectionRequest_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonKey" ADD CONSTRAINT "PersonKey_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Erasure" ADD CONSTRAINT "Erasure_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JobStep" ADD CONSTRAINT "JobStep_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job"("id") ON DELETE CASCADE ON UPDATE CASCADE;
