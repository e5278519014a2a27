import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../testing/api-client.js';
import { createKiosk, createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import { photoOf, TWINS } from '../testing/fake-face-engine.js';

let test: TestApp;
let kiosk: ApiClient;
const ids: string[] = [];
beforeAll(async () => {
  test = await createTestApp();
  kiosk = await createKiosk(test.admin);
  for (const person of [...TWINS, 1]) ids.push((await register(test.admin, person)).employee.id);
});
afterAll(() => test.stop());

const setPin = (client: ApiClient, id: string, pin: string | null) =>
  client.ask<{ setEmployeePin: { hasPin: boolean } }>(
    'mutation ($id: ID!, $pin: String) { setEmployeePin(id: $id, pin: $pin) { hasPin } }',
    { id, pin },
  );

describe('people whose faces are too near', () => {
  it('are enrolled, and listed as a pair', async () => {
    const { lookAlikes } = await test.admin.ask<{
      lookAlikes: { edges: { node: { first: { id: string }; second: { id: string }; distance: number } }[] };
    }>('{ lookAlikes { edges { node { first { id } second { id } distance } } } }');
    expect(lookAlikes.edges).toHaveLength(1);
    const { first, second } = lookAlikes.edges[0]!.node;
    expect([first.id, second.id]).toEqual(ids.slice(0, 2).sort());
  });

  it('enter a PIN besides the face, also after a restart, and nobody else does', async () => {
    const face = await photoOf(TWINS[0]);
    expect(await punch(kiosk, 'checkIn', face)).toMatchObject({ reason: 'PIN_MISSING' });
    await setPin(test.admin, ids[0]!, '480215');
    await test.restart();
    kiosk = test.admin.as(kiosk.token);
    expect(await punch(kiosk, 'checkIn', face, 'press-1')).toMatchObject({ reason: 'PIN_REQUIRED' });
    expect(await punch(kiosk, 'checkIn', face, 'press-2', { pin: '480216' })).toMatchObject({ reason: 'WRONG_PIN' });
    expect(await punch(kiosk, 'checkIn', face, 'press-3', { pin: '480215' })).toMatchObject({
      event: { kind: 'CHECK_IN', employee: { id: ids[0] } },
    });
    expect(await punch(kiosk, 'checkIn', await photoOf(1))).toMatchObject({ event: { employee: { id: ids[2] } } });
  });

  it('are given their PINs by managers, who never see them again', async () => {
    await expect(setPin(kiosk, ids[1]!, '480215')).rejects.toThrow(/MANAGER/);
    await expect(setPin(test.admin, ids[1]!, '123456')).rejects.toThrow('pin: is too easy to guess');
    await expect(setPin(test.admin, 'nobody', '480215')).rejects.toThrow('There is no employee with this id.');
    expect(await setPin(test.admin, ids[1]!, '975310')).toEqual({ setEmployeePin: { hasPin: true } });
    expect(await setPin(test.admin, ids[1]!, null)).toEqual({ setEmployeePin: { hasPin: false } });
  });
});
