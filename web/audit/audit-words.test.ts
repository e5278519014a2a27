import { expect, it } from 'vitest';
import { actionInWords, actorInWords, readable } from './audit-words';

it.each([
  ['setEmployeePin', 'Set employee pin'],
  ['login', 'Login'],
  ['import-people', 'Import people'],
  ['AttendanceEvent.decision', 'Attendance event: decision'],
])('%s is told as %s', (action, words) => {
  expect(actionInWords(action)).toBe(words);
});

it.each([
  [{ actor: 'user:1', actorName: 'a@example.org' }, 'a@example.org'],
  [{ actor: 'schedule', actorName: null }, 'By the clock'],
  [{ actor: 'kiosk:1', actorName: null }, 'kiosk:1'],
])('%j is told as %s', (entry, words) => {
  expect(actorInWords(entry)).toBe(words);
});

it('details are put on lines, and left as they are where they are no JSON', () => {
  expect(readable('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect([readable('plain'), readable(null)]).toEqual(['plain', '']);
});
