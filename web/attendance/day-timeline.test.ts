import { describe, expect, it } from 'vitest';
import type { PersonDay_AttendanceEventFragment } from '../gql/graphql';
import { dayTimeline } from './day-timeline';

type LogEvent = PersonDay_AttendanceEventFragment;
const day = { start: '2026-03-02T00:00:00.000Z', end: '2026-03-03T00:00:00.000Z' };
const event = (id: string, at: string, changes: Partial<LogEvent> = {}): LogEvent => ({
  id,
  action: 'PUNCH',
  kind: 'CHECK_IN',
  method: 'FACE',
  at: `2026-03-02T${at}:00.000Z`,
  recordedAt: `2026-03-02T${at}:00.000Z`,
  isDeferred: false,
  correctedTime: null,
  targetId: null,
  reason: null,
  source: 'kiosk:front',
  ...changes,
});
const correction = (
  id: string,
  action: LogEvent['action'],
  targetId: string | null,
  recordedAt: string,
  time: string | null = null,
) =>
  event(id, recordedAt, {
    action,
    targetId,
    correctedTime: time && `2026-03-${time}:00.000Z`,
    reason: 'Because',
    source: 'user:ada',
  });

describe('dayTimeline', () => {
  it('shows a punch at the time to which it was moved, with its history', () => {
    const moved = correction('m', 'MOVE', 'in', '12:00', '02T07:30');
    expect(dayTimeline([moved, event('in', '08:00')], day)).toMatchObject([
      {
        id: 'in',
        at: '2026-03-02T07:30:00.000Z',
        history: [
          {
            action: 'MOVE',
            from: '2026-03-02T08:00:00.000Z',
            to: '2026-03-02T07:30:00.000Z',
            reason: 'Because',
            source: 'user:ada',
          },
        ],
      },
    ]);
  });

  it('keeps a void punch, and one that was moved to another day, in sight', () => {
    const events = [
      event('in', '08:00'),
      correction('v', 'VOID', 'in', '12:00'),
      event('out', '16:00', { kind: 'CHECK_OUT' }),
      correction('m', 'MOVE', 'out', '12:30', '04T16:00'),
    ];
    expect(dayTimeline(events, day).map(({ id, isVoid }) => [id, isVoid])).toEqual([
      ['in', true],
      ['out', false],
    ]);
  });

  it('counts what was restored', () => {
    const events = [
      event('in', '08:00'),
      correction('v', 'VOID', 'in', '12:00'),
      correction('r', 'RESTORE', 'in', '13:00'),
    ];
    expect(dayTimeline(events, day)).toMatchObject([
      { isVoid: false, history: [{ action: 'VOID' }, { action: 'RESTORE' }] },
    ]);
  });

  it('has what was added later at its own time', () => {
    const added = { ...correction('a', 'ADD', null, '20:00', '02T17:00'), kind: 'CHECK_OUT' as const };
    expect(dayTimeline([event('in', '18:30'), added], day).map(({ id, isAdded }) => [id, isAdded])).toEqual([
      ['a', true],
      ['in', false],
    ]);
  });

  it('leaves out other days, and corrections of what it does not know', () => {
    const elsewhere = event('out', '08:00', { at: '2026-03-03T00:00:00.000Z' });
    expect(dayTimeline([elsewhere, correction('m', 'MOVE', 'gone', '12:00', '02T07:30')], day)).toEqual([]);
  });
});
