import { describe, expect, it } from 'vitest';
import { newId } from '../ids.js';
import { refuse } from '../refusal.js';
import { ana, anasFace, anaRecognized, attendanceSetting, request } from '../testing/attendance-setting.js';
import { eventRow } from '../testing/rows.js';
import type { InMemoryAttendance } from '../testing/in-memory-attendance.js';

const unknown = refuse('UNKNOWN_FACE', 'You were not recognised.');

/** Another device records a check-in and a check-out of Ana, long ago. */
function comeAndGoElsewhere(attendance: InMemoryAttendance): void {
  for (const kind of ['CHECK_IN', 'CHECK_OUT'] as const) {
    const ordinal = attendance.log.length + 1;
    const recordedAt = new Date(Date.parse('2026-03-02T04:00:00Z') + ordinal * 60_000);
    attendance.append(eventRow(ordinal, { id: newId(), employee: ana, employeeId: ana.id, ordinal, kind, recordedAt }));
  }
}

describe('a punch', () => {
  it('is recorded with how the face was matched, and with the photo in its place', async () => {
    const { service, attendance, events, files } = await attendanceSetting();
    const mark = events.attendanceRecorded.mark;
    const outcome = await service.punch(request(), anasFace);
    expect(outcome).toMatchObject({
      outcome: 'recorded',
      event: { kind: 'CHECK_IN', method: 'FACE', source: 'kiosk:front', ordinal: 1, decisionId: 'decision-1' },
      attendance: { date: '2026-03-02', checkOutTime: null },
      match: { employee: { id: 'ana' }, confidence: 0.99, distance: 0.2 },
    });
    const [event] = attendance.log;
    expect(files()).toEqual([event!.photoPath]);
    expect(event!.photoPath).toBe(`Attendance Tracker/Attend/1_Ana/2026-03-02T08-00-00Z_${event!.id}.jpg`);
    expect(events.attendanceRecorded.mark).toBe(mark + 1);
  });

  it('keeps the photo of a check-out under Leave', async () => {
    const { service, clock, files } = await attendanceSetting();
    await service.punch(request(), anasFace);
    clock.forward(60);
    await service.punch(request({ request: 'CHECK_OUT' }), anasFace);
    expect(files()[1]).toMatch(/^Attendance Tracker\/Leave\/1_Ana\/2026-03-02T09-00-00Z_/);
  });

  it('tells readers only once the event is there to be read', async () => {
    const { service, attendance, events } = await attendanceSetting();
    const reading = events.attendanceRecorded.since(events.attendanceRecorded.mark).then(() => attendance.log.length);
    await service.punch(request(), anasFace);
    expect(await reading).toBe(1);
  });
});

describe('a punch that is refused', () => {
  it.each([
    ['a face that is not known', 'CHECK_IN', unknown, 'UNKNOWN_FACE'],
    ['a check-out without a check-in', 'CHECK_OUT', anaRecognized, 'NOT_CHECKED_IN'],
  ] as const)('for %s keeps no photo, records nothing and wakes nobody', async (_name, kind, seen, reason) => {
    const { service, attendance, camera, events, files } = await attendanceSetting();
    camera.seen = seen;
    const mark = events.attendanceRecorded.mark;
    expect(await service.punch(request({ request: kind }), anasFace)).toMatchObject({ outcome: 'refused', reason });
    expect(files()).toEqual([]);
    expect(attendance.log).toEqual([]);
    expect(events.attendanceRecorded.mark).toBe(mark);
  });

  it('gives the same answer to its key afterwards, whoever is on the photo then', async () => {
    const { service, attendance, camera } = await attendanceSetting();
    camera.seen = unknown;
    await service.punch(request({ idempotencyKey: 'k' }), anasFace);
    camera.seen = anaRecognized;
    expect(await service.punch(request({ idempotencyKey: 'k' }), anasFace)).toEqual(unknown);
    expect(attendance.log).toEqual([]);
  });
});

describe('a punch that a device kept', () => {
  const captured = (capturedAt: string, clockOffsetMs: number | null = 0) => ({
    captured: { capturedAt: new Date(capturedAt), clockOffsetMs },
  });

  it('counts when it was made, less what the clock was ahead, and its photo is filed by that', async () => {
    const { service, clock, attendance, files } = await attendanceSetting();
    clock.set('2026-03-04T12:00:00Z');
    const outcome = await service.punch(request(), anasFace, captured('2026-03-02T08:10:00Z', 600_000));
    expect(outcome).toMatchObject({
      event: { recordedAt: new Date('2026-03-04T12:00:00Z'), isDeferred: true, clockOffsetMs: 600_000 },
      attendance: { date: '2026-03-02', checkInTime: new Date('2026-03-02T08:00:00Z') },
    });
    expect(files()[0]).toContain(`2026-03-02T08-00-00Z_${attendance.log[0]!.id}`);
  });

  it('is decided by what was before it, not by what came in meanwhile', async () => {
    const { service, clock } = await attendanceSetting();
    await service.punch(request(), anasFace);
    clock.set('2026-03-03T08:00:00Z');
    await service.punch(request(), anasFace);
    clock.set('2026-03-03T09:00:00Z');
    const leave = await service.punch(request({ request: 'CHECK_OUT' }), anasFace, captured('2026-03-02T16:00:00Z'));
    expect(leave).toMatchObject({ outcome: 'recorded', attendance: { date: '2026-03-02', workedMinutes: 480 } });
  });

  it('is the same one as another device took a moment later', async () => {
    const { service, attendance } = await attendanceSetting();
    await service.punch(request(), anasFace);
    expect(await service.punch(request(), anasFace, captured('2026-03-02T07:59:30Z'))).toMatchObject({
      reason: 'ALREADY_CHECKED_IN',
    });
    expect(attendance.log).toHaveLength(1);
  });

  it('at a clock that nobody knows marks the day', async () => {
    const { service, attendance } = await attendanceSetting();
    await service.punch(request(), anasFace, captured('2026-03-02T07:00:00Z', null));
    expect(attendance.days[0]!.exceptions).toContain('UNSURE_TIME');
  });

  it.each(['2026-02-16T07:59:59Z', '2026-03-02T08:02:01Z'])('%s is refused, and no photo looked at', async (time) => {
    const { service, attendance, camera } = await attendanceSetting();
    const keyed = request({ idempotencyKey: 'k' });
    expect(await service.punch(keyed, anasFace, captured(time))).toMatchObject({ reason: 'IMPLAUSIBLE_TIME' });
    expect(await service.punch(keyed, anasFace)).toMatchObject({ reason: 'IMPLAUSIBLE_TIME' });
    expect([attendance.log.length, camera.photos]).toEqual([0, 0]);
  });
});

describe('a repeated key', () => {
  it('gives the first answer, records nothing more and looks at no photo', async () => {
    const { service, attendance, camera, clock } = await attendanceSetting();
    const first = await service.punch(request({ idempotencyKey: 'k' }), anasFace);
    clock.forward(5);
    const second = await service.punch(request({ idempotencyKey: 'k' }), anasFace);
    expect(second).toMatchObject({ outcome: 'recorded', event: (first as { event: object }).event });
    expect(attendance.log).toHaveLength(1);
    expect(camera.photos).toBe(1);
  });

  it('from two requests at once is recorded once, and both get that answer', async () => {
    const { service, attendance, files } = await attendanceSetting();
    const twice = [1, 2].map(() => service.punch(request({ idempotencyKey: 'k' }), anasFace));
    const [one, other] = await Promise.all(twice);
    expect(one).toMatchObject({ outcome: 'recorded', event: { id: attendance.log[0]!.id } });
    expect(other).toMatchObject({ outcome: 'recorded', event: { id: attendance.log[0]!.id } });
    expect(attendance.log).toHaveLength(1);
    expect(files()).toEqual([attendance.log[0]!.photoPath]);
  });

  it('that is answered by another request just before gives that answer, and keeps no photo', async () => {
    const { service, answers, attendance, files } = await attendanceSetting();
    const keyed = request({ idempotencyKey: 'k' });
    attendance.beforeRecord = () => answers.refuse(keyed, unknown);
    expect(await service.punch(keyed, anasFace)).toEqual(unknown);
    expect(attendance.log).toEqual([]);
    expect(files()).toEqual([]);
  });

  it('of another source is a key of its own', async () => {
    const { service, camera } = await attendanceSetting();
    await service.punch(request({ idempotencyKey: 'k' }), anasFace);
    await service.punch(request({ idempotencyKey: 'k', source: 'kiosk:back', request: 'CHECK_OUT' }), anasFace);
    expect(camera.photos).toBe(2);
  });
});

describe('a race between devices', () => {
  it('that is lost once is decided anew, and leaves one photo and one wake-up', async () => {
    const { service, attendance, events, files } = await attendanceSetting();
    const mark = events.attendanceRecorded.mark;
    attendance.beforeRecord = () => {
      attendance.beforeRecord = () => undefined;
      comeAndGoElsewhere(attendance);
    };
    const outcome = await service.punch(request(), anasFace);
    expect(outcome).toMatchObject({ outcome: 'recorded', event: { ordinal: 3 } });
    expect(files()).toEqual([attendance.log[2]!.photoPath]);
    expect(events.attendanceRecorded.mark).toBe(mark + 1);
  });

  it('is refused where the other device has checked the person in', async () => {
    const { service, attendance, files } = await attendanceSetting();
    attendance.beforeRecord = () => attendance.append(eventRow(1, { employee: ana, employeeId: ana.id }));
    expect(await service.punch(request(), anasFace)).toMatchObject({ reason: 'ALREADY_CHECKED_IN' });
    expect(attendance.log).toHaveLength(1);
    expect(files()).toEqual([]);
  });

  it('that is lost again and again ends as BUSY, with no photo left and nobody woken', async () => {
    const { service, attendance, events, files } = await attendanceSetting();
    const mark = events.attendanceRecorded.mark;
    attendance.beforeRecord = () => comeAndGoElsewhere(attendance);
    await expect(service.punch(request(), anasFace)).rejects.toMatchObject({ code: 'BUSY' });
    expect(files()).toEqual([]);
    expect(events.attendanceRecorded.mark).toBe(mark);
  });
});
