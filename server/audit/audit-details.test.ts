import { describe, expect, it } from 'vitest';
import { detailsOf } from './audit-details.js';

const tell = (sent: unknown): unknown => JSON.parse(detailsOf(sent, [], null) ?? 'null');

describe('what is told of what was sent', () => {
  it.each([
    'password',
    'newPassword',
    'pin',
    'token',
    'setupToken',
    'secret',
    'clientSecret',
    'badge',
    'badgeCode',
    'code',
    'recoveryCode',
    'passwordHash',
    'credential',
    'assertion',
    'privateKey',
    'signature',
  ])('%s is not', (name) => {
    expect(JSON.stringify(tell({ [name]: 'hidden', input: { [name]: 'hidden' } }))).not.toContain('hidden');
  });

  it.each(['photo', 'photos', 'frames'])('%s are left out wholly', (name) => {
    expect(tell({ [name]: [Promise.resolve('bytes')], id: 'ana' })).toEqual({ sent: { id: 'ana' } });
  });

  it.each([
    ['bytes', new Uint8Array([1, 2, 3])],
    ['an upload', Promise.resolve('a photo')],
    ['a function', () => 'a photo'],
  ])('neither is what is %s', (_name, value) => {
    expect(tell({ value })).toEqual({ sent: { value: '(not told)' } });
  });

  it('everything plain is, cut where it is long', () => {
    const sent = { id: 'ana', active: false, days: 3, at: new Date(0), list: ['a'], text: 'x'.repeat(600), none: null };
    expect(tell(sent)).toEqual({
      sent: { ...sent, at: '1970-01-01T00:00:00.000Z', text: `${'x'.repeat(500)} …` },
    });
  });

  it('stays within bounds however much was sent', () => {
    const sent = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`field${index}`, 'x'.repeat(400)]));
    expect(detailsOf(sent, [], null)!.length).toBeLessThan(200);
  });
});

describe('what is told of rows', () => {
  const change = (table: string, before: object | null, after: object | null) =>
    detailsOf({}, [{ table, before, after } as never], null);

  it('is what is different, and that a secret is, without it', () => {
    const before = { id: 'ana', name: 'Ana', pinHash: 'argon2-old', searchText: 'ana 1' };
    const after = { id: 'ana', name: 'Anna', pinHash: 'argon2-new', searchText: 'anna 1' };
    expect(JSON.parse(change('employee', before, after)!)).toEqual({
      changes: [
        {
          table: 'employee',
          id: 'ana',
          before: { name: 'Ana', pinHash: '(not told)' },
          after: { name: 'Anna', pinHash: '(not told)' },
        },
      ],
    });
  });

  it.each([
    'faceTemplate',
    'faceSample',
    'personKey',
    'recognitionDecision',
    'attendanceEvent',
    'auditEntry',
    'session',
  ])('is nothing for %s', (table) => expect(change(table, null, { id: 'x', sealed: new Uint8Array([1]) })).toBeNull());

  it('is nothing where nothing is different', () => {
    expect(change('employee', { id: 'ana', name: 'Ana' }, { id: 'ana', name: 'Ana' })).toBeNull();
  });
});
