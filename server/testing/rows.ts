import type { Attendance, EventRow, RecognitionDecision } from '../attendance/attendance.repository.js';
import { livePunch } from '../attendance/new-punch.js';
import { imageIdOf, searchTextOf } from '../employees/employee-details.js';
import type { Employee } from '../employees/employee.repository.js';

export const mainSite = {
  id: 'main-site',
  name: 'Main site',
  timeZone: 'Europe/Berlin',
  dayStartsAtMinutes: 0,
  minimumPunchIntervalSeconds: 60,
};

/** An active employee, as the database would give it. */
export function employeeRow(number = 1, overrides: Partial<Employee> = {}): Employee {
  const details = { name: `Person ${number}`, position: 'Tester', department: 'Quality' };
  const { name, position } = details;
  return {
    id: `employee-${number}`,
    number,
    imageId: imageIdOf(number, name),
    name,
    position,
    departmentId: 'quality',
    department: { id: 'quality', name: details.department },
    siteId: mainSite.id,
    site: mainSite,
    active: true,
    searchText: searchTextOf(number, details),
    pinHash: null,
    leavesOn: null,
    badgeHash: null,
    createdAt: new Date('2026-01-01T00:00:00Z'),
    ...overrides,
  };
}

/** A check-in by face at a kiosk, unless said otherwise. */
export function eventRow(sequence: number, overrides: Partial<EventRow> = {}): EventRow {
  const employee = overrides.employee ?? employeeRow();
  return {
    sequence,
    id: `event-${sequence}`,
    employeeId: employee.id,
    ordinal: sequence,
    kind: 'CHECK_IN',
    method: 'FACE',
    ...livePunch,
    recordedAt: new Date('2026-03-02T08:00:00Z'),
    source: 'kiosk:front',
    photoPath: null,
    decisionId: null,
    employee,
    ...overrides,
  };
}

/** A match at the front door that the first encoder was sure of, unless said otherwise. */
export function decisionRow(overrides: Partial<RecognitionDecision> = {}): RecognitionDecision {
  return {
    id: 'decision-1',
    decidedAt: new Date('2026-03-02T08:00:00Z'),
    source: 'kiosk:front',
    outcome: 'MATCHED',
    employeeId: 'employee-1',
    runnerUpId: null,
    gallerySize: 2,
    modelId: 'fake-engine',
    modelVersion: 'shipped',
    distance: 0.2,
    runnerUpDistance: null,
    threshold: 0.4,
    margin: 0.1,
    secondModelId: null,
    fusedDistance: null,
    fusedRunnerUpDistance: null,
    fusedThreshold: null,
    fusedMargin: null,
    heedsMistake: false,
    confidence: 0.99,
    frames: 1,
    quality: null,
    livenessLevel: 'OFF',
    liveness: null,
    ...overrides,
  };
}

/** The record of somebody who came at nine o'clock and is in, unless said otherwise. */
export function dayRow(overrides: Partial<Attendance> = {}): Attendance {
  const checkInTime = overrides.checkInTime ?? new Date('2026-03-02T08:00:00Z');
  return {
    id: 'day-1',
    employeeId: 'employee-1',
    date: '2026-03-02',
    status: 'PRESENT',
    policyId: 'default',
    leaveKind: null,
    checkInTime,
    checkOutTime: null,
    openSince: checkInTime,
    scheduledMinutes: 0,
    workedMinutes: 0,
    countedMinutes: 0,
    regularMinutes: 0,
    overtimeMinutes: 0,
    unapprovedOvertimeMinutes: 0,
    unpaidBreakMinutes: 0,
    paidBreakMinutes: 0,
    lateMinutes: 0,
    earlyLeaveMinutes: 0,
    absentMinutes: 0,
    leaveMinutes: 0,
    holidayMinutes: 0,
    exceptions: '',
    correctedBy: '',
    isLate: false,
    isMissing: false,
    isCorrected: false,
    ...overrides,
  };
}
