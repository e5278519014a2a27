import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { detailsOf } from '../audit/audit-details.js';
import { AuditRepository } from '../audit/audit.repository.js';
import { AUDITED_READS, UNAUDITED_MUTATIONS } from '../audit/audited-operations.js';
import { verifyChain } from '../audit/verify-chain.js';
import { buildGraphQLSchema } from '../schema.js';
import { createAccount } from '../testing/create-account.js';
import { createKiosk, createTestApp, register, type TestApp } from '../testing/create-test-app.js';
import { file, type ApiClient } from '../testing/api-client.js';
import { inDatabase } from '../testing/test-location.js';

/** The names of arguments and fields whose text is kept as it was sent: none is a secret. */
const TOLD =
  'challengeId comment csv department departmentId departmentIds email employeeId eventId id kind language moveTo name noticeId patternId policyId position reason rightEmployeeId sampleId shiftId shiftIds siteId text timeZone title userId'.split(
    ' ',
  );

/** The places of texts in an argument. */
function wordsIn(path: string, type: GraphQLInputType, outer: readonly string[] = []): string[] {
  const named = getNamedType(type);
  if (isInputObjectType(named)) {
    if (outer.includes(named.name)) return [];
    return Object.values(named.getFields()).flatMap((field) =>
      wordsIn(`${path}.${field.name}`, field.type, [...outer, named.name]),
    );
  }
  return named.name === 'String' || named.name === 'ID' ? [path] : [];
}

const schema = buildGraphQLSchema();
const mutations = Object.values(schema.getMutationType()!.getFields());
const isLeft = ({ name }: { name: string }) => name in UNAUDITED_MUTATIONS;

let test: TestApp;
let kiosk: ApiClient;
beforeAll(async () => {
  test = await createTestApp();
  kiosk = await createKiosk(test.admin);
});
afterAll(() => test.stop());

interface Entry {
  sequence: number;
  actor: string;
  action: string;
  subject: string | null;
  outcome: string;
  address: string | null;
  details: string | null;
}

async function entries(filter: object = {}): Promise<Entry[]> {
  const { auditEntries } = await test.admin.ask<{ auditEntries: { edges: { node: Entry }[] } }>(
    'query ($filter: AuditFilter) { auditEntries(filter: $filter, first: 200) { edges { node { sequence actor action subject outcome address details } } } }',
    { filter },
  );
  return auditEntries.edges.map(({ node }) => node);
}

/** A value that passes for the type, as a literal. */
function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) return `[${literal(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return `{ ${needed.map((field) => `${field.name}: ${literal(field.type)}`).join(' ')} }`;
  }
  const values: Record<string, string> = { Int: '1', Float: '1', Boolean: 'true', LocalDate: '"2026-03-02"' };
  return values[type.name] ?? (type.name.startsWith('DateTime') ? '"2026-03-02T08:00:00Z"' : '"x"');
}

const isUpload = (type: GraphQLInputType): boolean => getNamedType(type).name === 'Upload';

/** A file for each upload that a field must have, as variables. */
function uploadsFor(field: GraphQLField<unknown, unknown>): Record<string, unknown> {
  const uploads = field.args.filter((arg) => isNonNullType(arg.type) && isUpload(arg.type));
  return Object.fromEntries(
    uploads.map(({ name, type }) => [name, String(type).startsWith('[') ? [file('no photo')] : file('no photo')]),
  );
}

/** Calls a field with the arguments that it must have; uploads go as variables. */
function documentFor(operation: 'mutation' | 'query', field: GraphQLField<unknown, unknown>): string {
  const args = field.args.filter((arg) => isNonNullType(arg.type));
  const variables = args.filter((arg) => isUpload(arg.type)).map((arg) => `$${arg.name}: ${String(arg.type)}`);
  const given = args.map((arg) => `${arg.name}: ${isUpload(arg.type) ? `$${arg.name}` : literal(arg.type)}`);
  const head = variables.length > 0 ? `${operation} (${variables.join(', ')})` : operation;
  const selection =
    'getFields' in getNamedType(field.type) || 'getTypes' in getNamedType(field.type) ? ' { __typename }' : '';
  return `${head} { ${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${selection} }`;
}

describe('the whole schema', () => {
  it('has no mutation without an entry in the audit, but those that are listed with a reason', async () => {
    const audited = mutations.filter((field) => !isLeft(field));
    for (const field of audited) await kiosk.send(documentFor('mutation', field), uploadsFor(field));
    const recorded = new Set((await entries({ actor: `kiosk:${kioskId()}` })).map(({ action }) => action));
    expect(audited.map(({ name }) => name).filter((name) => !recorded.has(name))).toEqual([]);
  });

  it('has no mutation whose words land in the audit before it was decided that they may', () => {
    const told = mutations
      .filter((field) => !isLeft(field))
      .flatMap(({ args }) => args.flatMap(({ name, type }) => wordsIn(name, type)))
      .filter((path) => {
        const sent = path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), 'a word');
        return detailsOf(sent, [], null)?.includes('a word');
      });
    expect([...new Set(told.map((path) => path.split('.').at(-1)))].toSorted()).toEqual(TOLD);
  });

  it('lists only operations that there are, each with a reason', () => {
    const names = mutations.map(({ name }) => name);
    expect(Object.keys(UNAUDITED_MUTATIONS).filter((name) => !names.includes(name))).toEqual([]);
    for (const reason of Object.values(UNAUDITED_MUTATIONS)) expect(reason.length).toBeGreaterThan(20);
    const reads = AUDITED_READS.map((name) => name.split('.') as [string, string]);
    const missing = reads.filter(([type, field]) => {
      const known = schema.getType(type);
      return !known || !('getFields' in known) || !(field in known.getFields());
    });
    expect(missing).toEqual([]);
  });

  it.each(AUDITED_READS.filter((name) => name.startsWith('Query.')))('records each %s', async (name) => {
    const field = schema.getQueryType()!.getFields()[name.slice('Query.'.length)]!;
    const before = (await entries({ action: field.name })).length;
    await test.admin.send(documentFor('query', field));
    expect((await entries({ action: field.name })).length).toBeGreaterThan(before);
  });
});

const kioskId = () => (kiosk as ApiClient & { kioskId: string }).kioskId;

describe('an entry', () => {
  it('says who did what to whom, from where, and what changed, without the photographs', async () => {
    const { employee } = await register(test.admin, 1);
    await test.admin.ask('mutation ($id: ID!) { updateEmployee(id: $id, input: { position: "Lead" }) { id } }', {
      id: employee.id,
    });
    const [updated, registered] = await entries({ subject: employee.id });
    expect(updated).toMatchObject({
      action: 'updateEmployee',
      outcome: 'ok',
      address: expect.stringContaining('127.0.0.1') as string,
    });
    expect(JSON.parse(updated!.details!)).toMatchObject({
      sent: { input: { position: 'Lead' } },
      changes: [{ table: 'employee', before: { position: 'Tester' }, after: { position: 'Lead' } }],
    });
    expect(registered).toMatchObject({ action: 'register', outcome: 'ok' });
    expect(registered!.details!.length).toBeLessThan(3000);
  });

  it('is there for a refusal and an error, with the reason', async () => {
    await register(test.admin, 2, { input: { consentGiven: false } });
    await test.admin.send('mutation { eraseFace(employeeId: "nobody") { id } }');
    await test.anonymous.send(
      'mutation { login(email: "admin@example.org", password: "a wrong password here") { token } }',
    );
    expect((await entries({ action: 'register' }))[0]).toMatchObject({ outcome: 'CONSENT_REQUIRED' });
    expect((await entries({ action: 'eraseFace' }))[0]).toMatchObject({ outcome: 'NOT_FOUND', subject: 'nobody' });
    const [failed] = await entries({ action: 'login' });
    expect(failed).toMatchObject({ actor: 'anonymous', outcome: 'UNAUTHENTICATED' });
    expect(JSON.stringify(failed)).not.toContain('a wrong password here');
  });

  it('names each who sees in a subscription why a face counted as theirs', async () => {
    await register(test.admin, 4, { checkIn: true });
    const action = 'AttendanceEvent.decision';
    const auditors = [await createAccount(test, { role: 'AUDITOR' }), await createAccount(test, { role: 'AUDITOR' })];
    for (const auditor of auditors) {
      const socket = auditor.socket();
      const query = 'subscription { attendanceRecorded(after: "0") { decision { outcome } } }';
      const { value } = (await socket.iterate({ query }).next()) as { value: { errors?: unknown } };
      expect(value.errors).toBeUndefined();
      await socket.dispose();
    }
    const actors = (await entries({ action })).map(({ actor }) => actor);
    expect(actors).toEqual(auditors.map(({ userId }) => `user:${userId}`).reverse());
  });

  it('never holds a password, a PIN or a token', async () => {
    const { employee } = await register(test.admin, 3);
    await test.admin.ask('mutation ($id: ID!) { setEmployeePin(id: $id, pin: "480215") { id } }', { id: employee.id });
    await test.admin.ask(
      'mutation { createUser(input: { email: "m@example.org", password: "not to be seen anywhere", role: MANAGER }) { id } }',
    );
    const all = JSON.stringify(await entries());
    for (const secret of ['480215', 'not to be seen anywhere', '$argon2', test.admin.token!]) {
      expect(all).not.toContain(secret);
    }
  });

  it('is kept once a minute of a network whose strangers keep failing', async () => {
    const failures = async () => (await entries({ action: 'login' })).length;
    const login = () => test.anonymous.send('mutation { login(email: "x@example.org", password: "wrong") { token } }');
    await login();
    const before = await failures();
    for (let attempt = 0; attempt < 4; attempt++) await login();
    expect(await failures()).toBe(before);
  });

  it('is found by its actor, act, subject and time, a page at a time', async () => {
    const [newest] = await entries();
    expect(await entries({ before: '2026-03-01T00:00:00Z' })).toEqual([]);
    expect((await entries({ from: '2026-03-01T00:00:00Z' })).length).toBeGreaterThan(5);
    expect((await entries({ action: 'register' })).every(({ action }) => action === 'register')).toBe(true);
    const ask = (after: string | null) =>
      test.admin.ask<{ auditEntries: { edges: { node: Entry }[]; pageInfo: { endCursor: string } } }>(
        'query ($after: String) { auditEntries(first: 3, after: $after) { edges { node { sequence } } pageInfo { endCursor } } }',
        { after },
      );
    const first = await ask(null);
    const second = await ask(first.auditEntries.pageInfo.endCursor);
    const sequences = [...first.auditEntries.edges, ...second.auditEntries.edges].map(({ node }) => node.sequence);
    expect(sequences[0]).toBeGreaterThan(newest!.sequence);
    expect(second.auditEntries.edges[0]!.node.sequence).toBe(sequences[2]! - 1);
  });

  it('is read from its first entry to its last, and is whole', async () => {
    const report = await inDatabase(test.config, (database) => verifyChain(new AuditRepository(database).readAll()));
    expect(report).toMatchObject({ entries: (await entries())[0]!.sequence, problems: [] });
  });

  it('is for administrators only', async () => {
    const { errors } = await kiosk.send('{ auditEntries { edges { node { sequence } } } }');
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
