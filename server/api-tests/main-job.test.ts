import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKiosk, createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import { file } from '../testing/api-client.js';
import { photoOf } from '../testing/fake-face-engine.js';

let test: TestApp;
beforeEach(async () => {
  test = await createTestApp();
});
afterEach(() => test.stop());

const RECOGNIZE = `mutation ($photo: Upload!) { recognize(photo: $photo) { __typename ... on Match { employee { id } confidence distance } ... on Refusal { reason message } } }`;

async function recognize(
  photo: Buffer,
): Promise<{ __typename: string; employee: { id: string }; reason: string; confidence: number }> {
  return (await test.admin.ask<{ recognize: never }>(RECOGNIZE, { photo: file(photo) })).recognize;
}

const listFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [];

describe('registering', () => {
  it('makes a person recognisable at once and keeps a Train and a Test sample', async () => {
    const { employee } = await register(test.admin, 1, { input: { name: 'Ana de la Cruz' } });
    expect(employee).toMatchObject({ number: 1, imageId: '1_AnadelaCruz', active: true });
    expect(await recognize(await photoOf(1, 40))).toMatchObject({ __typename: 'Match', employee: { id: employee.id } });
    for (const use of ['Train', 'Test']) {
      expect(readdirSync(join(test.config.faceImagesDir, use, '1_AnadelaCruz'))).toHaveLength(1);
    }
  });

  it('keeps a person recognisable after a restart', async () => {
    const { employee } = await register(test.admin, 1);
    await test.restart();
    expect(await recognize(await photoOf(1))).toMatchObject({ employee: { id: employee.id } });
  });

  it.each([
    ['without consent', 'CONSENT_REQUIRED', { input: { consentGiven: false } }, [1]],
    ['a photo without a face', 'NO_FACE', {}, [0]],
    ['a photo with several faces', 'SEVERAL_FACES', {}, [[1, 2]]],
    ['photos of two people', 'POOR_PHOTO', {}, [1, 2]],
  ])('refuses %s and keeps nothing', async (_name, reason, overrides, people) => {
    const photos = await Promise.all(people.map((person) => photoOf(person)));
    expect(await register(test.admin, 1, { ...overrides, photos })).toMatchObject({ __typename: 'Refusal', reason });
    expect(listFiles(test.config.faceImagesDir)).toEqual([]);
    const { employees } = await test.admin.ask<{ employees: { totalCount: number } }>('{ employees { totalCount } }');
    expect(employees.totalCount).toBe(0);
  });

  it('refuses a face that is registered under another name', async () => {
    await register(test.admin, 1, { input: { name: 'First Name' } });
    const again = await register(test.admin, 1, { input: { name: 'Second Name' } });
    expect(again).toMatchObject({
      reason: 'ALREADY_ENROLLED',
      message: expect.stringContaining('First Name') as string,
    });
  });

  it('enrols a face once when two ask at the same time', async () => {
    const answers = await Promise.all([
      register(test.admin, 1, { input: { name: 'One' } }),
      register(test.admin, 1, { input: { name: 'Other' } }),
    ]);
    expect(answers.map((answer) => answer.reason ?? 'registered').sort()).toEqual(['ALREADY_ENROLLED', 'registered']);
  });

  it('checks in too when asked', async () => {
    const { attendance } = await register(test.admin, 1, { checkIn: true });
    expect(attendance).toEqual({ date: '2026-03-02', checkInTime: '2026-03-02T08:00:00.000Z' });
  });
});

describe('checking in and out', () => {
  it('records a day with its photos', async () => {
    await register(test.admin, 1);
    const kiosk = await createKiosk(test.admin);
    const arrived = await punch(kiosk, 'checkIn', await photoOf(1, 20));
    expect(arrived.event).toMatchObject({ kind: 'CHECK_IN', method: 'FACE', at: '2026-03-02T08:00:00.000Z' });
    expect(arrived.match!.confidence).toBeGreaterThan(0.9);
    test.clock.forward(8 * 60);
    const left = await punch(kiosk, 'checkOut', await photoOf(1, 30));
    expect(left.attendance).toMatchObject({
      id: arrived.attendance.id,
      date: '2026-03-02',
      checkOutTime: '2026-03-02T16:00:00.000Z',
      workedMinutes: 480,
    });
    for (const folder of ['Attend', 'Leave']) {
      expect(listFiles(join(test.config.faceImagesDir, 'Attendance Tracker', folder, '1_Person1'))).toHaveLength(1);
    }
  });

  it('makes one record of a night shift', async () => {
    await register(test.admin, 1);
    test.clock.set('2026-03-02T21:00:00Z');
    await punch(test.admin, 'punch', await photoOf(1));
    test.clock.set('2026-03-03T05:00:00Z');
    expect((await punch(test.admin, 'punch', await photoOf(1))).attendance).toMatchObject({
      date: '2026-03-02',
      workedMinutes: 480,
    });
  });

  it('refuses a second check-in, a check-out without one, a stranger and an inactive employee', async () => {
    const { employee } = await register(test.admin, 1);
    expect(await punch(test.admin, 'checkOut', await photoOf(1))).toMatchObject({ reason: 'NOT_CHECKED_IN' });
    await punch(test.admin, 'checkIn', await photoOf(1));
    expect(await punch(test.admin, 'checkIn', await photoOf(1))).toMatchObject({
      reason: 'ALREADY_CHECKED_IN',
      message: expect.stringContaining('09:00') as string,
    });
    expect(await punch(test.admin, 'checkIn', await photoOf(2))).toMatchObject({ reason: 'UNKNOWN_FACE' });
    await test.admin.ask('mutation ($id: ID!) { updateEmployee(id: $id, input: { active: false }) { active } }', {
      id: employee.id,
    });
    expect(await punch(test.admin, 'checkOut', await photoOf(1))).toMatchObject({ reason: 'INACTIVE_EMPLOYEE' });
  });

  it('records one event when two kiosks press at the same instant', async () => {
    await register(test.admin, 1);
    const kiosks = await Promise.all([createKiosk(test.admin), createKiosk(test.admin, { name: 'Back door' })]);
    const photo = await photoOf(1);
    const answers = await Promise.all([...kiosks, ...kiosks, ...kiosks].map((kiosk) => punch(kiosk, 'checkIn', photo)));
    expect(answers.map((answer) => answer.reason ?? 'recorded').sort()).toEqual([
      ...Array<string>(5).fill('ALREADY_CHECKED_IN'),
      'recorded',
    ]);
    const { attendanceEvents } = await test.admin.ask<{ attendanceEvents: { edges: unknown[] } }>(
      '{ attendanceEvents { edges { node { id } } } }',
    );
    expect(attendanceEvents.edges).toHaveLength(1);
  });
});

describe('an idempotency key', () => {
  it('gives the first answer again, whatever the photo, and records nothing more', async () => {
    await register(test.admin, 1);
    await register(test.admin, 2);
    const first = await punch(test.admin, 'checkIn', await photoOf(1), 'key');
    const again = await punch(test.admin, 'checkIn', await photoOf(2), 'key');
    expect(again).toEqual(first);
    expect((await punch(test.admin, 'checkIn', await photoOf(2), 'other key')).event.employee.name).toBe('Person 2');
  });

  it('gives a first refusal again', async () => {
    const first = await punch(test.admin, 'checkIn', await photoOf(1), 'key');
    await register(test.admin, 1);
    expect(first.reason).toBe('UNKNOWN_FACE');
    expect(await punch(test.admin, 'checkIn', await photoOf(1), 'key')).toEqual(first);
  });

  it('belongs to its caller', async () => {
    await register(test.admin, 1);
    await register(test.admin, 2);
    const kiosk = await createKiosk(test.admin);
    await punch(test.admin, 'checkIn', await photoOf(1), 'key');
    expect((await punch(kiosk, 'checkIn', await photoOf(2), 'key')).event.employee.name).toBe('Person 2');
  });

  it('records once when it is sent many times at once', async () => {
    await register(test.admin, 1);
    const photo = await photoOf(1);
    const answers = await Promise.all(Array.from({ length: 8 }, () => punch(test.admin, 'checkIn', photo, 'key')));
    expect(new Set(answers.map((answer) => answer.event.id)).size).toBe(1);
  });

  it('is refused for another kind of request', async () => {
    await register(test.admin, 1);
    await punch(test.admin, 'checkIn', await photoOf(1), 'key');
    await expect(punch(test.admin, 'checkOut', await photoOf(1), 'key')).rejects.toThrow('another kind of request');
  });
});
