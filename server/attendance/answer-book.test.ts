import { describe, expect, it } from 'vitest';
import { refuse } from '../refusal.js';
import { ana, request } from '../testing/attendance-setting.js';
import { InMemoryAttendance } from '../testing/in-memory-attendance.js';
import { dayRow, decisionRow, eventRow } from '../testing/rows.js';
import { TestClock } from '../testing/test-clock.js';
import { AnswerBook } from './answer-book.js';

function setUp() {
  const [attendance, clock] = [new InMemoryAttendance([ana]), new TestClock('2026-03-02T08:00:00Z')];
  return { attendance, clock, book: new AnswerBook({ attendance, clock }) };
}

const keyed = request({ idempotencyKey: 'k' });
const unknown = refuse('UNKNOWN_FACE', 'You were not recognised.');

/** The book with a recorded check-in as the answer to the key, its event changed as given. */
function withRecorded(changes: Parameters<typeof eventRow>[1] = {}) {
  const test = setUp();
  const { attendance, book } = test;
  const event = attendance.append(eventRow(1, { employee: ana, employeeId: ana.id, ...changes }));
  attendance.days.push({ ...dayRow({ id: 'day', employeeId: ana.id }), employee: ana });
  attendance.answers.push({ ...book.answerTo(keyed, { eventId: event.id })!, attendanceId: 'day' });
  return test;
}

describe('the answer book', () => {
  it('knows no answer without a key, and remembers none', async () => {
    const { attendance, book } = setUp();
    expect(await book.find(request())).toBeNull();
    expect(book.answerTo(request(), { eventId: 'e' })).toBeNull();
    expect(await book.refuse(request(), unknown)).toEqual(unknown);
    expect(attendance.answers).toEqual([]);
  });

  it.each(['', 'k'.repeat(201)])('takes no key %j', async (idempotencyKey) => {
    const finding = setUp().book.find(request({ idempotencyKey }));
    await expect(finding).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(/^idempotencyKey: /) as string,
    });
  });

  it('takes a key of 200 characters', async () => {
    expect(await setUp().book.find(request({ idempotencyKey: 'k'.repeat(200) }))).toBeNull();
  });

  it.each(['CHECK_OUT', 'AUTOMATIC'] as const)('takes no key for %s that was used for a check-in', async (kind) => {
    const { book } = setUp();
    await book.refuse(keyed, unknown);
    await expect(book.find({ ...keyed, request: kind })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('gives a refusal again, word for word', async () => {
    const { book } = setUp();
    await book.refuse(keyed, unknown);
    expect(await book.find(keyed)).toEqual(unknown);
  });

  it('gives a refusal again with where it is explained', async () => {
    const { book } = setUp();
    await book.refuse(keyed, { ...unknown, decisionId: 'decision-1' });
    expect(await book.find(keyed)).toEqual({ ...unknown, decisionId: 'decision-1' });
  });

  it('gives the answer of whoever was first to refuse', async () => {
    const { book } = setUp();
    await book.refuse(keyed, unknown);
    expect(await book.refuse(keyed, refuse('NO_FACE', 'There is no face.'))).toEqual(unknown);
  });

  it('gives an event again with the present day record and how sure the match was', async () => {
    const { attendance, book } = withRecorded({ decisionId: 'decision-1' });
    attendance.decisions.set('decision-1', decisionRow({ distance: 0.31, confidence: 0.98 }));
    attendance.days[0]!.workedMinutes = 480;
    expect(await book.find(keyed)).toMatchObject({
      outcome: 'recorded',
      event: { id: 'event-1' },
      attendance: { id: 'day', workedMinutes: 480 },
      match: { employee: { id: 'ana' }, distance: 0.31, confidence: 0.98 },
    });
  });

  it('gives an event without a face no match', async () => {
    const { book } = withRecorded({ method: 'PIN' });
    expect(await book.find(keyed)).toMatchObject({ outcome: 'recorded', match: null });
  });
});
