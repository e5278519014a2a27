import { beforeAll, describe, expect, it } from 'vitest';
import type { Employee } from '../employees/employee.repository.js';
import { hashPassword } from '../password.js';
import { employeeRow } from '../testing/rows.js';
import { temporaryDatabase } from '../testing/temporary-database.js';
import { TestClock } from '../testing/test-clock.js';
import { PinCheck } from './pin-check.js';
import { PinTriesRepository } from './pin-tries.repository.js';

let ana: Employee;
beforeAll(async () => {
  ana = employeeRow(1, { name: 'Ana', pinHash: await hashPassword('480215') });
});

const setUp = () => {
  const clock = new TestClock('2026-03-02T08:00:00Z');
  const pins = new PinCheck({ tries: new PinTriesRepository(temporaryDatabase()), clock });
  return { clock, check: (pin: string | null, source = 'kiosk:front') => pins.refusalOf(ana, pin, source) };
};

describe('a PIN besides the face', () => {
  it('is asked for, and lets its owner through', async () => {
    const { check } = setUp();
    expect(await check(null)).toMatchObject({ reason: 'PIN_REQUIRED', message: 'Ana, enter your PIN to go on.' });
    expect(await check('480215')).toBeNull();
  });

  it.each(['480216', '', '4802150', '480215'.repeat(1000)])('is wrong: %.10s', async (pin) => {
    expect(await setUp().check(pin)).toMatchObject({ reason: 'WRONG_PIN' });
  });

  it('is not known of who has none yet', async () => {
    const none = employeeRow(2);
    const tries = new PinTriesRepository(temporaryDatabase());
    const pins = new PinCheck({ tries, clock: new TestClock() });
    expect(await pins.refusalOf(none, '480215', 'kiosk:front')).toMatchObject({ reason: 'PIN_MISSING' });
  });

  it('cannot be guessed: after five wrong ones the right one waits 15 minutes, at this device', async () => {
    const { check, clock } = setUp();
    const guesses = await Promise.all(Array.from({ length: 20 }, (_, guess) => check(String(100_000 + guess))));
    expect(guesses.filter((refusal) => refusal?.reason === 'WRONG_PIN')).toHaveLength(5);
    expect(guesses.filter((refusal) => refusal?.reason === 'PIN_LOCKED')).toHaveLength(15);
    expect(await check('480215')).toMatchObject({ reason: 'PIN_LOCKED' });
    expect(await check('480215', 'kiosk:back')).toBeNull();
    clock.forward(15);
    expect(await check('480215')).toBeNull();
  });

  it('forgives a slip once the right one has come', async () => {
    const { check } = setUp();
    for (const pin of ['1', '2', '3', '4', '480215', '1', '2', '3', '4']) await check(pin);
    expect(await check('480215')).toBeNull();
  });
});
