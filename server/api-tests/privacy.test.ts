import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  administrator,
  createKiosk,
  createTestApp,
  punch,
  register,
  REGISTER,
  signIn,
  type TestApp,
} from '../testing/create-test-app.js';
import { file } from '../testing/api-client.js';
import { photoOf } from '../testing/fake-face-engine.js';
import { listFiles } from '../testing/temporary-folder.js';

let test: TestApp;
beforeEach(async () => {
  test = await createTestApp({ env: { ENCRYPT_PHOTOS: 'true' } });
});
afterEach(() => test.stop());

const PRIVACY = `query ($employeeId: ID!) { employeePrivacy(employeeId: $employeeId) {
  templates enrolmentPhotos consents { language noticeVersion method withdrawnAt } erasures { finishedAt }
} }`;
const privacyOf = async (employeeId: string) =>
  (await test.admin.ask<{ employeePrivacy: Record<string, unknown> }>(PRIVACY, { employeeId })).employeePrivacy;

describe('the notice', () => {
  const NOTICE = 'query ($language: String) { consentNotice(language: $language) { id language version title text } }';
  interface Notice {
    consentNotice: { id: string; language: string; version: number; title: string };
  }

  it('is there in English and German, for kiosks too, and in English where there is no other', async () => {
    const kiosk = await createKiosk(test.admin);
    for (const [language, given] of [
      ['en', 'en'],
      ['de', 'de'],
      ['ja', 'en'],
    ]) {
      expect((await kiosk.ask<Notice>(NOTICE, { language })).consentNotice).toMatchObject({
        language: given,
        version: 1,
      });
    }
    expect(await kiosk.ask('{ consentNoticeLanguages }')).toEqual({ consentNoticeLanguages: ['de', 'en'] });
  });

  it('takes a new version, and an agreement keeps the version and language that was shown', async () => {
    const kiosk = await createKiosk(test.admin, { name: 'Door', mayEnrol: true });
    const { consentNotice } = await kiosk.ask<Notice>(NOTICE, { language: 'de' });
    await test.admin.ask(
      'mutation ($input: PublishConsentNoticeInput!) { publishConsentNotice(input: $input) { version } }',
      { input: { language: 'de', title: 'Neu', text: 'Ein anderer Text.' } },
    );
    expect((await kiosk.ask<Notice>(NOTICE, { language: 'de' })).consentNotice).toMatchObject({
      version: 2,
      title: 'Neu',
    });
    const shown = await register(kiosk, 1, { input: { noticeId: consentNotice.id } });
    expect(await privacyOf(shown.employee.id)).toMatchObject({
      consents: [{ language: 'de', noticeVersion: '1', method: 'KIOSK', withdrawnAt: null }],
    });
    const unsaid = await register(test.admin, 2);
    expect(await privacyOf(unsaid.employee.id)).toMatchObject({ consents: [{ language: 'en', method: 'DASHBOARD' }] });
  });

  it('that is not there is no notice', async () => {
    const input = { name: 'Ana', position: 'Tester', department: 'Quality', consentGiven: true, noticeId: 'none' };
    const { errors } = await test.admin.send(REGISTER, { input, photos: [file(await photoOf(1))] });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('who does not agree', () => {
  it('is added without a face, and can get one later', async () => {
    const { addEmployee } = await test.admin.ask<{ addEmployee: { id: string; active: boolean; number: number } }>(
      'mutation { addEmployee(input: { name: "Noor", position: "Tester", department: "Quality" }) { id active number } }',
    );
    expect(addEmployee).toMatchObject({ active: true, number: 1 });
    expect(await privacyOf(addEmployee.id)).toEqual({ templates: 0, enrolmentPhotos: 0, consents: [], erasures: [] });

    const enrolFace = async (consentGiven: boolean) =>
      test.admin.ask<{ enrolFace: object }>(
        `mutation ($employeeId: ID!, $photos: [Upload!]!, $consentGiven: Boolean) {
          enrolFace(employeeId: $employeeId, photos: $photos, consentGiven: $consentGiven) {
            __typename ... on Registered { employee { name } } ... on Refusal { reason }
          }
        }`,
        { employeeId: addEmployee.id, photos: [file(await photoOf(4)), file(await photoOf(4, 80))], consentGiven },
      );
    expect(await enrolFace(false)).toMatchObject({ enrolFace: { reason: 'CONSENT_REQUIRED' } });
    expect(await enrolFace(true)).toMatchObject({ enrolFace: { employee: { name: 'Noor' } } });
    expect(await enrolFace(true)).toMatchObject({ enrolFace: { reason: 'ALREADY_ENROLLED' } });
    const kiosk = await createKiosk(test.admin);
    expect(await punch(kiosk, 'checkIn', await photoOf(4))).toMatchObject({ event: { employee: { name: 'Noor' } } });
  });
});

describe('taking an agreement back', () => {
  const WITHDRAW = `mutation ($employeeId: ID!, $eraseNow: Boolean!) {
    withdrawConsent(employeeId: $employeeId, eraseNow: $eraseNow) { templates consents { withdrawnAt } }
  }`;

  it.each([false, true])('stops recognition at once, and after a restart; erased at once: %s', async (eraseNow) => {
    const kiosk = await createKiosk(test.admin);
    const { employee } = await register(test.admin, 1);
    const { withdrawConsent } = await test.admin.ask<{ withdrawConsent: object }>(WITHDRAW, {
      employeeId: employee.id,
      eraseNow,
    });
    expect(withdrawConsent).toMatchObject({
      templates: eraseNow ? 0 : 4,
      consents: [{ withdrawnAt: test.clock.now().toISOString() }],
    });
    expect(await punch(kiosk, 'checkIn', await photoOf(1))).toMatchObject({ reason: 'UNKNOWN_FACE' });
    await test.restart();
    expect(await punch(test.anonymous.as(kiosk.token), 'checkIn', await photoOf(1))).toMatchObject({
      reason: 'UNKNOWN_FACE',
    });
    await test.app.services.purges.run('schedule');
    expect(await privacyOf(employee.id)).toMatchObject({ templates: 0, enrolmentPhotos: 0, erasures: [{}] });
  });

  it('needs something to take back', async () => {
    const { employee } = await register(test.admin, 1);
    await test.admin.ask(WITHDRAW, { employeeId: employee.id, eraseNow: true });
    const { errors } = await test.admin.send(WITHDRAW, { employeeId: employee.id, eraseNow: true });
    expect(errors?.[0]?.extensions.code).toBe('CONFLICT');
  });
});

describe('the purge', () => {
  const DAY = 24 * 60;
  const photosOfAttendance = () =>
    listFiles(test.config.faceImagesDir).filter((name) => name.startsWith('Attendance Tracker/'));
  const purge = async () => (await test.app.services.purges.run('schedule')).removed;
  const retain = (kind: string, days: number) =>
    test.admin.send(
      'mutation ($kind: RetentionKind!, $days: Int!) { setRetention(kind: $kind, days: $days) { kind days } }',
      { kind, days },
    );

  it('removes nothing on the last day, everything after it, and says what; once', async () => {
    const kiosk = await createKiosk(test.admin);
    await register(test.admin, 1, { checkIn: true });
    await punch(kiosk, 'checkOut', await photoOf(1), 'a key');
    await punch(kiosk, 'checkIn', await photoOf(9), 'another key');
    test.clock.forward(30 * DAY);
    expect(await purge()).toMatchObject({ attendancePhotos: 0, answers: 0, decisions: 0, faces: 0 });
    expect(photosOfAttendance()).toHaveLength(2);
    test.clock.forward(1);
    const preview = await test.app.services.purges.preview();
    const removed = await purge();
    expect(removed).toMatchObject({ attendancePhotos: 2, answers: 2, decisions: 0 });
    expect(preview).toEqual(removed);
    expect(photosOfAttendance()).toEqual([]);
    test.clock.forward(60 * DAY);
    expect(await purge()).toMatchObject({ decisions: 1, decisionFigures: 1, attendancePhotos: 0 });
    expect(await purge()).toMatchObject({ decisions: 0, decisionFigures: 0, answers: 0, sessions: 0 });
  });

  it('goes by what an administrator decides, within bounds, and shows its runs', async () => {
    await register(test.admin, 1, { checkIn: true });
    expect((await retain('ATTENDANCE_PHOTOS', 2)).errors).toBeUndefined();
    expect((await retain('ATTENDANCE_PHOTOS', 0)).errors?.[0]?.message).toBe('days: must be 1 to 3650.');
    test.clock.forward(2 * DAY + 1);
    const { purgeNow } = await test.admin.ask<{ purgeNow: { removed: { what: string; count: number }[] } }>(
      'mutation { purgeNow { removed { what count } } }',
    );
    expect(purgeNow.removed).toContainEqual({ what: 'attendancePhotos', count: 1 });
    const { purgeRuns } = await test.admin.ask<{
      purgeRuns: { edges: { node: { source: string; removed: object[] } }[] };
    }>('{ purgeRuns { edges { node { source removed { what count } } } } }');
    expect(purgeRuns.edges).toHaveLength(1);
    expect(purgeRuns.edges[0]!.node).toMatchObject({ source: expect.stringMatching(/^user:/) as string, ...purgeNow });
  });

  it('erases the face of who left, when their time is over, and they are inactive from the day after', async () => {
    const { employee } = await register(test.admin, 1);
    await test.admin.ask(
      'mutation ($id: ID!) { updateEmployee(id: $id, input: { leavesOn: "2026-03-05" }) { leavesOn } }',
      { id: employee.id },
    );
    test.clock.set('2026-03-05T20:00:00Z');
    expect(await purge()).toMatchObject({ leavers: 0, faces: 0 });
    test.clock.set('2026-03-06T08:00:00Z');
    expect(await purge()).toMatchObject({ leavers: 1, faces: 0 });
    test.clock.set('2026-04-04T08:00:00Z');
    expect(await purge()).toMatchObject({ faces: 0 });
    test.clock.set('2026-04-05T08:00:00Z');
    expect(await purge()).toMatchObject({ faces: 1 });
    test.admin = await signIn(test.anonymous, administrator);
    expect(await privacyOf(employee.id)).toMatchObject({
      templates: 0,
      consents: [{ withdrawnAt: expect.any(String) as string }],
    });
  });

  it.each([
    ['what an interrupted upload left', 'uploads', 'uploads', 1],
    ['reports of imports', 'imports', 'importReports', 90],
  ])('removes %s, when its days are over', async (_what, name, counted, days) => {
    const folder = join(test.config.dataDir, name);
    mkdirSync(folder, { recursive: true });
    for (const [file, hours] of [
      ['old', days * 24 + 1],
      ['new', days * 24 - 1],
    ] as const) {
      const written = test.clock.now().getTime() / 1000 - hours * 3600;
      writeFileSync(join(folder, file), 'about somebody');
      utimesSync(join(folder, file), written, written);
    }
    expect(await purge()).toMatchObject({ [counted]: 1 });
    expect([existsSync(join(folder, 'old')), existsSync(join(folder, 'new'))]).toEqual([false, true]);
  });

  it('keeps reports of imports for as long as an administrator decides', async () => {
    const report = join(test.config.dataDir, 'imports', 'job.csv');
    mkdirSync(join(test.config.dataDir, 'imports'), { recursive: true });
    writeFileSync(report, 'about somebody');
    const written = test.clock.now().getTime() / 1000 - 8 * 86_400;
    utimesSync(report, written, written);
    expect(await purge()).toMatchObject({ importReports: 0 });
    expect((await retain('IMPORT_REPORTS', 7)).errors).toBeUndefined();
    expect(await test.app.services.purges.preview()).toMatchObject({ importReports: 1 });
    await purge();
    expect(existsSync(report)).toBe(false);
  });

  it('stops when it is told, and the next one goes on', async () => {
    await register(test.admin, 1, { checkIn: true });
    test.clock.forward(31 * DAY);
    await expect(test.app.services.purges.run('schedule', AbortSignal.abort(new Error('stop')))).rejects.toThrow(
      'stop',
    );
    expect(photosOfAttendance()).toHaveLength(1);
    expect(await purge()).toMatchObject({ attendancePhotos: 1 });
  });
});

describe('an export', () => {
  const EXPORT = 'mutation ($employeeId: ID!) { exportEmployee(employeeId: $employeeId) { path expiresAt } }';
  const ticketFor = async (employeeId: string) =>
    (await test.admin.ask<{ exportEmployee: { path: string } }>(EXPORT, { employeeId })).exportEmployee.path;

  it('holds every row and photograph of one person, decrypted, and nothing of others', async () => {
    const kiosk = await createKiosk(test.admin);
    const { employee } = await register(test.admin, 1, { checkIn: true });
    const other = await register(test.admin, 2, { input: { name: 'Zoe Other' } });
    await punch(kiosk, 'checkOut', await photoOf(1));
    const response = await fetch(`${test.anonymous.url}${await ticketFor(employee.id)}`);
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(response.headers.get('content-disposition')).toContain(`rollcall-${employee.number}.zip`);
    const zip = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const names = Object.keys(zip);
    for (const table of [
      'Employee',
      'Consent',
      'FaceSample',
      'FaceTemplate',
      'AttendanceEvent',
      'Attendance',
      'RecognitionDecision',
      'Audit',
    ]) {
      expect(names).toContain(`data/${table}.json`);
      expect(
        (JSON.parse(Buffer.from(zip[`data/${table}.json`]!).toString()) as unknown[]).length,
        table,
      ).toBeGreaterThan(0);
    }
    const photographs = names.filter((name) => name.startsWith('photographs/'));
    expect(photographs).toHaveLength(4);
    for (const name of photographs) expect([...zip[name]!.subarray(0, 2)]).toEqual([0xff, 0xd8]);
    const text = names
      .filter((name) => /json|html/.test(name))
      .map((name) => Buffer.from(zip[name]!).toString())
      .join();
    expect(text).toContain(`What is kept about ${employee.name}`);
    for (const hidden of ['sealed"', 'wrapped"', 'pinHash', 'Zoe Other', other.employee.id])
      expect(text).not.toContain(hidden);
  });

  it('works once, and not after a minute', async () => {
    const { employee } = await register(test.admin, 1);
    const path = await ticketFor(employee.id);
    expect((await fetch(test.anonymous.url + path)).status).toBe(200);
    expect((await fetch(test.anonymous.url + path)).status).toBe(404);
    const late = await ticketFor(employee.id);
    test.clock.forward(1);
    expect((await fetch(test.anonymous.url + late)).status).toBe(404);
    expect((await fetch(`${test.anonymous.url}/downloads/dl_made-up`)).status).toBe(404);
  });

  it('is for administrators, of people who are there', async () => {
    const kiosk = await createKiosk(test.admin);
    expect((await kiosk.send(EXPORT, { employeeId: 'x' })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await test.admin.send(EXPORT, { employeeId: 'x' })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
