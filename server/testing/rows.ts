import type { EventRow, RecognitionDecision } from '../attendance/attendance.repository.js';
import { imageIdOf, searchTextOf } from '../employees/employee-details.js';
import type { Employee } from '../employees/employee.repository.js';

const mainSite = {
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
    distance: 0.2,
    runnerUpDistance: null,
    threshold: 0.4,
    margin: 0.1,
    secondModelId: null,
    fusedDistance: null,
    fusedRunnerUpDistance: null,
    fusedThreshold: null,
    fusedMargin: null,
    confidence: 0.99,
    frames: 1,
    quality: null,
    livenessLevel: 'OFF',
    liveness: null,
    ...overrides,
  };
}
