import { AnswerBook, type KeyedRequest } from '../attendance/answer-book.js';
import { AttendanceService } from '../attendance/attendance.service.js';
import { PinCheck } from '../attendance/pin-check.js';
import type { FaceRequest, Recognized } from '../attendance/recognize-employee.js';
import { HistoryReader } from '../attendance/history-reader.js';
import type { PolicyRepository } from '../attendance/policy.repository.js';
import { createEvents } from '../events.js';
import type { Refusal } from '../refusal.js';
import { Schedules, type ScheduleReader } from '../schedules/schedule-reader.js';
import { FaceImages } from '../storage/face-images.js';
import { FolderStore } from '../storage/folder-store.js';
import { InMemoryAttendance } from './in-memory-attendance.js';
import { InMemoryLookAlikes } from './in-memory-look-alikes.js';
import { plainPhotos } from './in-memory-keys.js';
import { InMemoryPinTries } from './in-memory-pin-tries.js';
import { createLogLines } from './log-lines.js';
import { employeeRow, mainSite } from './rows.js';
import { InMemoryRefusedPunches } from './in-memory-refused-punches.js';
import { listFiles, temporaryFolder } from './temporary-folder.js';
import { TestClock } from './test-clock.js';

export const ana = employeeRow(1, { id: 'ana', name: 'Ana', imageId: '1_Ana' });
const anasPhoto = Buffer.from('a photo of Ana');

/** Ana before the kiosk's camera. */
export const anasFace: FaceRequest = {
  source: 'kiosk:front',
  photo: anasPhoto,
  frames: [],
  liveness: 'OFF',
  terms: null,
  challengeId: null,
};

/** Ana, recognised. */
export const anaRecognized: Recognized = {
  outcome: 'matched',
  employee: ana,
  confidence: 0.99,
  distance: 0.2,
  decisionId: 'decision-1',
  jpeg: anasPhoto,
};

export const request = (overrides: Partial<KeyedRequest> = {}): KeyedRequest => ({
  request: 'CHECK_IN',
  source: 'kiosk:front',
  idempotencyKey: null,
  ...overrides,
});

/** Nothing is expected of anybody. */
export const noSchedules = {
  load: async () =>
    new Schedules({
      sites: [mainSite],
      shifts: [],
      patterns: [],
      assignments: [],
      changes: [],
      holidays: [],
      leaves: [],
    }),
} as unknown as ScheduleReader;

/** Nothing is agreed on but the default. */
export const noPolicies = {
  read: async () => ({ policies: [], assignments: [] }),
  longestOpenMinutes: async () => 960,
} as unknown as PolicyRepository;

/** The attendance service on arrays and a folder of its own, at a camera that sees Ana unless `seen` is changed. */
export async function attendanceSetting() {
  const camera: { seen: Recognized | Refusal; photos: number } = { seen: anaRecognized, photos: 0 };
  const recognize = async () => {
    camera.photos++;
    return camera.seen;
  };
  const root = temporaryFolder();
  const [attendance, clock, events] = [
    new InMemoryAttendance([ana]),
    new TestClock('2026-03-02T08:00:00Z'),
    createEvents(),
  ];
  const images = new FaceImages(new FolderStore(root), createLogLines().logger, plainPhotos);
  const answers = new AnswerBook({ attendance, clock });
  const lookAlikes = new InMemoryLookAlikes();
  const pins = new PinCheck({ tries: new InMemoryPinTries(), clock });
  const histories = new HistoryReader({ attendance, schedules: noSchedules, policies: noPolicies });
  const service = new AttendanceService({
    attendance,
    histories,
    answers,
    recognize,
    identifyWithoutFace: () => Promise.resolve({ outcome: 'known', employee: ana }),
    refusedPunches: new InMemoryRefusedPunches(),
    lookAlikes,
    pins,
    images,
    events,
    clock,
  });
  return { service, lookAlikes, answers, attendance, camera, clock, events, images, files: () => listFiles(root) };
}
