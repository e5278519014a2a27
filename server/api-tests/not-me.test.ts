import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { file, type ApiClient } from '../testing/api-client.js';
import { createKiosk, createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import { FakeFaceEngine, photoOf } from '../testing/fake-face-engine.js';
import { SECOND_TEMPLATE_LENGTH, TEMPLATE_LENGTH, type PixelImage } from '../recognition/face-engine.js';

// Ana and Ben are persons 1 and 2: their faces lie on a line, Ana's at 0 and Ben's at 0.9, where less than 0.42 is sure. The
// second encoder tells nobody apart. Everybody else is far from it.

class FacesOnALine extends FakeFaceEngine {
  override async analyze(image: PixelImage) {
    const [face] = await super.analyze(image);
    if (!face) return [];
    const [red, , blue] = image.data.subarray(0, 3);
    const person = Math.round(red! / 8);
    const template = new Float32Array(TEMPLATE_LENGTH);
    template[0] = blue! / 255;
    if (person > 2) template[person] = 2;
    return [{ ...face, template, secondTemplate: await this.describeAgain() }];
  }

  override async describeAgain() {
    const second = new Float32Array(SECOND_TEMPLATE_LENGTH);
    second[0] = 1;
    return second;
  }
}

const ANA = 1;
const BEN = 2;
const CARLA = 3;
/** A photo that lies there on the line. */
const at = (position: number, person = ANA): Promise<Buffer> => photoOf(person, Math.round(position * 255));

let test: TestApp;
let kiosk: ApiClient;
const ids: Record<number, string> = {};
beforeAll(async () => {
  test = await createTestApp({ engine: async () => new FacesOnALine() });
  kiosk = await createKiosk(test.admin);
  for (const [person, position] of [
    [ANA, 0],
    [BEN, 0.9],
    [CARLA, 0],
  ] as const) {
    const photos = [await at(position, person), await at(position + 0.02, person)];
    ids[person] = (await register(test.admin, person, { photos })).employee.id;
  }
});
afterAll(() => test.stop());

interface Recognized {
  employee?: { id: string };
  reason?: string;
  decisionId: string;
}
const recognize = async (photo: Buffer): Promise<Recognized> =>
  (
    await kiosk.ask<{ recognize: Recognized }>(
      'mutation ($photo: Upload!) { recognize(photo: $photo) { ... on Match { employee { id } } ... on Refusal { reason decisionId } } }',
      { photo: file(photo) },
    )
  ).recognize;
const is = (person: number) => ({ employee: { id: ids[person] } });
const isAmbiguous = { reason: 'AMBIGUOUS_FACE' };

/** Somebody punches with this photo, is taken for Ana, and says so. */
async function saysNotMe(photo: Buffer, rightEmployeeId: string | null): Promise<string> {
  test.clock.forward(60);
  const { event } = await punch(kiosk, 'punch', photo);
  expect(event.employee.id).toBe(ids[ANA]);
  const { notMe } = await kiosk.ask<{ notMe: object }>(
    `mutation ($eventId: ID!, $rightEmployeeId: ID) {
      notMe(eventId: $eventId, rightEmployeeId: $rightEmployeeId, reason: "Not me") { __typename } }`,
    { eventId: event.id, rightEmployeeId },
  );
  expect(notMe).toEqual({ __typename: 'PunchTakenBack' });
  return event.id;
}

interface Noted {
  id: string;
  eventId: string;
  takenFor: { id: string };
  inTruth: { id: string } | null;
  distance: number;
  gap: number | null;
}
const noted = async () =>
  (
    await test.admin.ask<{ mistakenMatches: { edges: { node: Noted }[] } }>(
      '{ mistakenMatches { edges { node { id eventId takenFor { id } inTruth { id } distance gap } } } }',
    )
  ).mistakenMatches.edges.map(({ node }) => node);
const forget = (id: string) => test.admin.ask('mutation ($id: ID!) { forgetMistakenMatch(id: $id) }', { id });

describe('"not me"', () => {
  it('keeps one person from being taken for another again, and leaves everybody else alone', async () => {
    // A poor photo of Ben: 0.35 from Ana, 0.55 from himself.
    const eventId = await saysNotMe(await at(0.35), ids[BEN]!);
    const [mistake] = await noted();
    expect(mistake).toMatchObject({ eventId, takenFor: { id: ids[ANA] }, inTruth: { id: ids[BEN] } });
    expect(mistake!.distance).toBeCloseTo(0.33, 2);
    expect(mistake!.gap).toBeCloseTo(0.22, 2);

    const again = await recognize(await at(0.35));
    expect(again).toMatchObject(isAmbiguous);
    expect(await recognize(await at(0.34))).toMatchObject(isAmbiguous);
    expect(await recognize(await at(0.1))).toMatchObject(is(ANA));
    expect(await recognize(await at(0.85))).toMatchObject(is(BEN));
    expect(await recognize(await at(0.35, CARLA))).toMatchObject(is(CARLA));

    const { recognitionDecision } = await test.admin.ask<{ recognitionDecision: object }>(
      'query ($id: ID!) { recognitionDecision(id: $id) { heedsMistake explanation } }',
      { id: again.decisionId },
    );
    expect(recognitionDecision).toEqual({
      heedsMistake: true,
      explanation: expect.stringMatching(/^Refused: it may be the same mistake as before\./) as string,
    });
  });

  it('holds after a restart, until a manager forgets it', async () => {
    await test.restart();
    kiosk = test.anonymous.as(kiosk.token);
    expect(await recognize(await at(0.35))).toMatchObject(isAmbiguous);
    const [mistake] = await noted();
    await expect(kiosk.ask('mutation { forgetMistakenMatch(id: "x") }')).rejects.toThrow('FORBIDDEN');
    await forget(mistake!.id);
    expect(await recognize(await at(0.35))).toMatchObject(is(ANA));
    await expect(forget(mistake!.id)).rejects.toThrow('NOT_FOUND');
  });

  it('of somebody unknown asks for a nearer face, until the punch is restored', async () => {
    const eventId = await saysNotMe(await at(0.35), null);
    expect(await noted()).toMatchObject([{ eventId, inTruth: null, gap: null }]);
    expect(await recognize(await at(0.35))).toMatchObject(isAmbiguous);
    expect(await recognize(await at(0.3))).toMatchObject(is(ANA));
    await test.admin.ask(
      'mutation ($eventId: ID!) { restoreAttendanceEvent(eventId: $eventId, reason: "It was Ana") { __typename } }',
      { eventId },
    );
    expect(await noted()).toEqual([]);
    expect(await recognize(await at(0.35))).toMatchObject(is(ANA));
  });
});
