import { expect, it } from 'vitest';
import { fuzz, fuzzRoles } from '../testing/fuzz/fuzz.js';

it('300 documents that follow from the schema meet no fault, and show nothing', async () => {
  const { documents, findings, rows } = await fuzz({ seed: 1, documents: 300 });
  expect(findings).toEqual([]);
  expect(documents).toBe(300);
  // Documents that are all refused would show little.
  expect(rows.reduce((sum, { answered }) => sum + answered, 0)).toBeGreaterThan(20);
  expect(rows.map(({ transport, role }) => `${transport} ${role}`).sort()).toEqual(
    ['HTTP', 'WebSocket'].flatMap((transport) => fuzzRoles.map((role) => `${transport} ${role}`)).sort(),
  );
});
