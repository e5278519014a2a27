import { describe, expect, it } from 'vitest';
import type { Transaction } from '../database/database.js';
import { watchRows } from '../database/row-changes.js';
import { DomainError } from '../errors.js';
import { temporaryDatabase } from '../testing/temporary-database.js';
import { TestClock } from '../testing/test-clock.js';
import { AuditTrail } from './audit-trail.js';
import { appendTo, AuditRepository } from './audit.repository.js';

async function setUp() {
  const trail = new AuditTrail<Transaction>({ clock: new TestClock() });
  const database = temporaryDatabase(trail.around);
  const entries = new AuditRepository(database);
  trail.keepIn({ append: (record) => entries.append(record), appendTo, watch: watchRows });
  const addSite = (id: string, name = id) =>
    database.write((transaction) =>
      transaction.site.create({
        data: { id, name, timeZone: 'UTC', dayStartsAtMinutes: 0, minimumPunchIntervalSeconds: 60 },
      }),
    );
  const rename = (id: string, name: string) =>
    database.write((transaction) => transaction.site.update({ where: { id }, data: { name } }));
  const told = async () =>
    (await entries.list({}, 50, null)).reverse().map(({ action, outcome, subject, details }) => ({
      action,
      outcome,
      subject,
      details: details === null ? null : (JSON.parse(details) as unknown),
    }));
  return { trail, database, entries, addSite, rename, told };
}

const act = (action: string, more: object = {}) => ({
  actor: 'user:1',
  actorName: 'admin@example.org',
  address: '10.0.0.1',
  action,
  ...more,
});

describe('an act', () => {
  it('is recorded in the transaction that it writes, with the rows before and after', async () => {
    const { trail, addSite, rename, told } = await setUp();
    await addSite('berlin', 'Berlin');
    await trail.run(act('updateSite', { sent: { name: 'Potsdam' } }), () => rename('berlin', 'Potsdam'));
    expect(await told()).toEqual([
      {
        action: 'updateSite',
        outcome: 'ok',
        subject: 'berlin',
        details: {
          sent: { name: 'Potsdam' },
          changes: [{ table: 'site', id: 'berlin', before: { name: 'Berlin' }, after: { name: 'Potsdam' } }],
        },
      },
    ]);
  });

  it('is recorded once where its transaction was undone and is done again', async () => {
    const { trail, database, told } = await setUp();
    const work = async () => undefined;
    await trail.run(act('twice'), async () => {
      const undone = database.write(async (transaction) => {
        await trail.around(transaction, work);
        throw new Error('locked');
      });
      await undone.catch(() => undefined);
      await database.write(work);
    });
    expect((await told()).map(({ action, outcome }) => `${action} ${outcome}`)).toEqual(['twice ok']);
  });

  it('leaves no entry that says ok, and no change, when its transaction fails', async () => {
    const { trail, database, told } = await setUp();
    const failing = trail.run(act('addSite'), () =>
      database.write(async (transaction) => {
        await transaction.department.create({ data: { id: 'x', name: 'Never there' } });
        throw new Error('disk full');
      }),
    );
    await expect(failing).rejects.toThrow('disk full');
    expect(await told()).toMatchObject([{ action: 'addSite', outcome: 'INTERNAL_SERVER_ERROR' }]);
    expect(await database.read.department.findUnique({ where: { id: 'x' } })).toBeNull();
  });

  it('takes its own change with it when the entry cannot be kept', async () => {
    const { trail, database, addSite } = await setUp();
    trail.keepIn({
      append: () => Promise.reject(new Error('no')),
      appendTo: () => Promise.reject(new Error('the audit is full')),
      watch: watchRows,
    });
    await expect(trail.run(act('addSite'), () => addSite('berlin'))).rejects.toThrow();
    expect(await database.read.site.findUnique({ where: { id: 'berlin' } })).toBeNull();
  });

  it('is recorded with how it ended where it writes nothing, or where it ends with a no', async () => {
    const { trail, addSite, told } = await setUp();
    await trail.run(act('look', { subject: 'ana' }), async () => 'seen');
    await trail.run(act('forbidden'), () => Promise.reject(new DomainError('FORBIDDEN', 'No.'))).catch(() => undefined);
    await trail.run(
      act('register'),
      () => addSite('berlin'),
      () => ({ outcome: 'POOR_PHOTO' }),
    );
    expect((await told()).map(({ action, outcome }) => [action, outcome])).toEqual([
      ['look', 'ok'],
      ['forbidden', 'FORBIDDEN'],
      ['register', 'ok'],
      ['register', 'POOR_PHOTO'],
    ]);
  });

  it('is told apart from others that happen at the same moment', async () => {
    const { trail, addSite, entries, told } = await setUp();
    const names = Array.from({ length: 20 }, (_, index) => `site-${index}`);
    await Promise.all([
      ...names.map((name) => trail.run(act(`add ${name}`), () => addSite(name))),
      addSite('by nobody in particular'),
    ]);
    const shown = await told();
    expect(shown.map(({ action, subject }) => [action, subject]).sort()).toEqual(
      names.map((name) => [`add ${name}`, name]).sort(),
    );
    expect((await entries.findHead()).sequence).toBe(20);
  });

  it.each([
    ['several rows at once', (t: Transaction) => t.site.updateMany({ where: {}, data: { timeZone: 'Asia/Tokyo' } })],
    ['a row that goes', (t: Transaction) => t.site.delete({ where: { id: 'berlin' } })],
    ['rows that go', (t: Transaction) => t.site.deleteMany({ where: { id: 'berlin' } })],
    [
      'a row that is there or not',
      (t: Transaction) =>
        t.retentionRule.upsert({
          where: { kind: 'ANSWERS' },
          create: { kind: 'ANSWERS', days: 9 },
          update: { days: 9 },
        }),
    ],
  ])('tells of %s', async (_name, change) => {
    const { trail, database, addSite, told } = await setUp();
    await addSite('berlin');
    await trail.run(act('change'), () => database.write(async (transaction) => void (await change(transaction))));
    const details = (await told())[0]!.details as { changes: object[] };
    expect(details.changes.length).toBeGreaterThan(0);
    expect(JSON.stringify(details)).toMatch(/berlin|ANSWERS/);
  });
});
