import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { join } from 'node:path';
import { openSqlite } from '../database/database.js';
import { writeMigratedSqlite } from '../testing/migrated-sqlite.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { following, hashOf, type AuditEntry, type ChainHead } from './audit-chain.js';
import { AuditRepository } from './audit.repository.js';
import { verifyChain } from './verify-chain.js';

const ENTRIES = 20;

/** A database with an audit of 20 entries, without its triggers, as somebody with the file can make it. */
async function setUp() {
  const file = join(temporaryFolder(), 'rollcall.db');
  writeMigratedSqlite(file);
  const database = openSqlite(file);
  onTestFinished(() => database.close());
  const entries = new AuditRepository(database);
  const blank = { actor: 'user:1', actorName: 'admin@example.org', address: '10.0.0.1', details: null };
  for (let index = 1; index <= ENTRIES; index++) {
    const at = new Date(Date.UTC(2026, 2, 2, 8, index));
    await entries.append({ ...blank, at, action: `act${index}`, subject: `employee-${index}`, outcome: 'ok' });
  }
  const raw = new Sqlite(file);
  onTestFinished(() => void raw.close());
  const tamper = (work: (raw: Sqlite.Database) => void): void => {
    for (const name of ['refuses_update', 'refuses_delete', 'has_no_gap']) raw.exec(`DROP TRIGGER AuditEntry_${name}`);
    work(raw);
  };
  const verify = async (heads?: ChainHead[]) => {
    const { problems, ...report } = await verifyChain(entries.readAll(), heads);
    return { ...report, problems: problems.map(({ kind, sequence, toSequence }) => [kind, sequence, toSequence]) };
  };
  return { entries, raw, tamper, verify };
}

const copy = `INSERT INTO AuditEntry SELECT ? AS sequence, at, actor, actorName, 'forged', subject, outcome, address, details, previousHash, hash FROM AuditEntry WHERE sequence = ?`;
/** Moves the entries from one on up by one, the last first. */
const makeRoom = (raw: Sqlite.Database, from: number) => {
  for (let at = ENTRIES; at >= from; at--)
    raw.exec(`UPDATE AuditEntry SET sequence = ${at + 1} WHERE sequence = ${at}`);
};
const closeGap = (raw: Sqlite.Database, from: number) => {
  for (let at = from; at <= ENTRIES; at++)
    raw.exec(`UPDATE AuditEntry SET sequence = ${at - 1} WHERE sequence = ${at}`);
};
const swap = (raw: Sqlite.Database, a: number, b: number) =>
  raw.exec(`UPDATE AuditEntry SET sequence = -1 WHERE sequence = ${a};
    UPDATE AuditEntry SET sequence = ${a} WHERE sequence = ${b};
    UPDATE AuditEntry SET sequence = ${b} WHERE sequence = -1`);

/** Changes an entry and computes its hash anew, and that of `more` entries after it. */
function rewrite(raw: Sqlite.Database, sequence: number, more: number): void {
  const read = (at: number): AuditEntry => {
    const row = raw.prepare('SELECT * FROM AuditEntry WHERE sequence = ?').get(at) as AuditEntry & { at: string };
    return { ...row, at: new Date(row.at) };
  };
  let previousHash = read(sequence).previousHash;
  for (let at = sequence; at <= sequence + more; at++) {
    const entry = { ...read(at), previousHash, ...(at === sequence && { actor: 'user:somebody-else' }) };
    previousHash = hashOf(entry);
    raw
      .prepare('UPDATE AuditEntry SET actor = ?, previousHash = ?, hash = ? WHERE sequence = ?')
      .run(entry.actor, entry.previousHash, previousHash, at);
  }
}

it('finds nothing in a chain that nobody touched, and gives its head', async () => {
  const { entries, verify } = await setUp();
  const head = await entries.findHead();
  expect(await verify([head])).toEqual({ entries: ENTRIES, head, problems: [] });
});

it('takes an empty chain for a whole one', async () => {
  const nothing = async function* (): AsyncGenerator<AuditEntry> {};
  expect((await verifyChain(nothing())).problems).toEqual([]);
});

describe('finds and locates', () => {
  it.each<[string, (raw: Sqlite.Database) => void, (string | number)[][]]>([
    [
      'a field that was changed',
      (raw) => raw.exec(`UPDATE AuditEntry SET actor = 'x' WHERE sequence = 7`),
      [['ALTERED', 7, 7]],
    ],
    [
      'a time that was changed',
      (raw) => raw.exec(`UPDATE AuditEntry SET at = '2026-03-02T07:00:00.000+00:00' WHERE sequence = 1`),
      [['ALTERED', 1, 1]],
    ],
    [
      'a change in the last entry',
      (raw) => raw.exec(`UPDATE AuditEntry SET outcome = 'x' WHERE sequence = 20`),
      [['ALTERED', 20, 20]],
    ],
    [
      'two changes',
      (raw) => raw.exec(`UPDATE AuditEntry SET outcome = 'x' WHERE sequence IN (5, 6)`),
      [
        ['ALTERED', 5, 5],
        ['ALTERED', 6, 6],
      ],
    ],
    ['a change whose hash was computed anew', (raw) => rewrite(raw, 7, 0), [['ALTERED', 7, 7]]],
    ['one whose followers were computed anew a while', (raw) => rewrite(raw, 7, 3), [['ALTERED', 10, 10]]],
    ['a removed entry', (raw) => raw.exec('DELETE FROM AuditEntry WHERE sequence = 7'), [['REMOVED', 7, 7]]],
    [
      'removed entries',
      (raw) => raw.exec('DELETE FROM AuditEntry WHERE sequence BETWEEN 7 AND 9'),
      [['REMOVED', 7, 9]],
    ],
    ['a removed beginning', (raw) => raw.exec('DELETE FROM AuditEntry WHERE sequence <= 3'), [['REMOVED', 1, 3]]],
    [
      'one removed with the gap closed',
      (raw) => {
        raw.exec('DELETE FROM AuditEntry WHERE sequence = 7');
        closeGap(raw, 8);
      },
      [['REMOVED', 7, 7]],
    ],
    [
      'one put in',
      (raw) => {
        makeRoom(raw, 7);
        raw.prepare(copy).run(7, 6);
      },
      [['INSERTED', 7, 7]],
    ],
    ['one put at the end', (raw) => raw.prepare(copy).run(21, 20), [['ALTERED', 21, 21]]],
    [
      'two that changed places',
      (raw) => swap(raw, 7, 12),
      [
        ['REORDERED', 7, 7],
        ['REORDERED', 12, 12],
      ],
    ],
    [
      'two neighbours that changed places',
      (raw) => swap(raw, 7, 8),
      [
        ['REORDERED', 7, 7],
        ['REORDERED', 8, 8],
      ],
    ],
  ])('%s', async (_name, how, problems) => {
    const { tamper, verify } = await setUp();
    tamper(how);
    expect((await verify()).problems).toEqual(problems);
  });
});

describe('with a head that was exported earlier, finds', () => {
  it('an end that was cut off', async () => {
    const { entries, tamper, verify } = await setUp();
    const head = await entries.findHead();
    tamper((raw) => raw.exec('DELETE FROM AuditEntry WHERE sequence > 15'));
    expect((await verify()).problems).toEqual([]);
    expect((await verify([head])).problems).toEqual([['TRUNCATED', 16, 20]]);
  });

  it('a chain that was computed anew to its end', async () => {
    const { entries, tamper, verify } = await setUp();
    const head = await entries.findHead();
    tamper((raw) => rewrite(raw, 7, ENTRIES - 7));
    expect((await verify()).problems).toEqual([]);
    expect((await verify([head])).problems).toEqual([['REWRITTEN', 20, 20]]);
  });

  it('entries that were appended after the end had been cut off', async () => {
    const { entries, tamper, verify } = await setUp();
    const head = await entries.findHead();
    tamper((raw) => raw.exec('DELETE FROM AuditEntry WHERE sequence > 19'));
    const record = { at: new Date(0), actor: 'x', actorName: null, action: 'x', subject: null, outcome: 'ok' };
    await entries.append({ ...record, address: null, details: null });
    expect((await verify([head])).problems).toEqual([['REWRITTEN', 20, 20]]);
  });
});

describe('the database itself', () => {
  it.each([
    ['a change', `UPDATE AuditEntry SET actor = 'x'`, 'append-only'],
    ['a removal', 'DELETE FROM AuditEntry', 'append-only'],
    [
      'a gap',
      `INSERT INTO AuditEntry SELECT 30, at, actor, actorName, action, subject, outcome, address, details, previousHash, hash FROM AuditEntry WHERE sequence = 20`,
      'has no gap',
    ],
  ])('refuses %s', async (_name, sql, words) => {
    const { raw } = await setUp();
    expect(() => raw.exec(sql)).toThrow(words);
  });
});

it('an entry follows the one before by its hash', () => {
  const record = { at: new Date(0), actor: 'a', actorName: null, action: 'b', subject: null, outcome: 'ok' };
  const entry = following({ sequence: 4, hash: 'abc' }, { ...record, address: null, details: null });
  expect(entry).toMatchObject({ sequence: 5, previousHash: 'abc', hash: hashOf(entry) });
});
