import fc from 'fast-check';
import type { Client } from 'graphql-ws';
import { buildGraphQLSchema } from '../../schema.js';
import { keyScopes, type UserRole } from '../../caller.js';
import { ApiClient } from '../api-client.js';
import { createAccount, createApiKey, departmentIds } from '../create-account.js';
import { administrator, createKiosk, register, signIn } from '../create-test-app.js';
import { photoOf } from '../fake-face-engine.js';
import { findLeaks } from '../find-leaks.js';
import { operationArbitrary, type FuzzOperation } from './operations.js';
import { openSocket, sendByHttp, sendBySocket, withIds, type FuzzAnswer } from './send.js';
import { startTarget, type Target } from './target-process.js';
import { NASTY } from './values.js';

export const fuzzRoles = ['ADMIN', 'MANAGER', 'AUDITOR', 'EMPLOYEE', 'INTEGRATOR', 'KIOSK', 'nobody'] as const;
type FuzzRole = (typeof fuzzRoles)[number];
type Transport = 'HTTP' | 'WebSocket';

export interface FuzzFinding {
  what: string;
  transport: Transport;
  role: FuzzRole;
  operation: FuzzOperation;
  answer: string;
}

/** What became of the documents of one caller by one transport. */
export interface FuzzRow {
  transport: Transport;
  role: FuzzRole;
  documents: number;
  broken: number;
  /** Answered without an error. */
  answered: number;
  /** Errors by code, in the first place. */
  codes: Record<string, number>;
  /** The connection was closed instead of an answer. */
  closed: number;
  ms: number[];
}

export interface FuzzReport {
  seed: number;
  documents: number;
  seconds: number;
  rows: FuzzRow[];
  findings: FuzzFinding[];
  /** After garbage collection: once the first documents were sent, and at the end. Bytes. */
  memory: { early: { heap: number; rss: number }; late: { heap: number; rss: number } };
}

const BATCH = 50;
const KEPT_IDS = 200;
const KEPT_FINDINGS = 200;

/**
 * Sends documents that follow from the schema to a real server until enough were sent or the time is over. The same seed
 * gives the same documents; the ids in them are those that the run has met.
 */
export async function fuzz(options: {
  seed: number;
  documents?: number;
  minutes?: number;
  onProgress?: (sent: number, seconds: number) => void;
}): Promise<FuzzReport> {
  const { seed, documents = Infinity, minutes = Infinity } = options;
  const target = await startTarget();
  try {
    const run = new Run(target);
    await run.prepare();
    const arbitrary = operationArbitrary(buildGraphQLSchema(), await run.photos());
    const start = performance.now();
    const seconds = () => (performance.now() - start) / 1000;
    let sent = 0;
    let early: FuzzReport['memory']['early'] | null = null;
    const isOver = (share: number) => sent >= documents * share || seconds() >= minutes * 60 * share;
    for (let batch = 0; !isOver(1); batch++) {
      const operations = fc.sample(arbitrary, { seed: seed + batch, numRuns: Math.min(BATCH, documents - sent) });
      await run.send(operations, batch);
      sent += operations.length;
      options.onProgress?.(sent, seconds());
      if (!early && isOver(0.2)) early = await target.measure();
    }
    const late = await target.measure();
    return {
      seed,
      documents: sent,
      seconds: Math.round(seconds()),
      rows: run.rows,
      findings: run.findings,
      memory: { early: early ?? late, late },
    };
  } finally {
    await target.stop();
  }
}

class Run {
  readonly rows: FuzzRow[] = [];
  readonly findings: FuzzFinding[] = [];
  private readonly ids: string[] = [];
  private readonly tokens = new Map<FuzzRole, string | null>([['nobody', null]]);
  private readonly sockets = new Map<FuzzRole, Client>();
  private readonly anonymous: ApiClient;
  /** Whose account the EMPLOYEE has. */
  private employeeId = '';
  private readonly accounts = new Map<UserRole, Awaited<ReturnType<typeof createAccount>>>();

  constructor(private readonly target: Target) {
    this.anonymous = new ApiClient(target.url);
  }

  async photos(): Promise<Buffer[]> {
    return Promise.all([photoOf(1), photoOf(2), photoOf(7), photoOf([1, 2]), photoOf(0)]);
  }

  async prepare(): Promise<void> {
    const admin = await signIn(this.anonymous, administrator);
    for (const person of [1, 2, 3]) {
      const { employee } = await register(admin, person, { checkIn: true });
      this.employeeId = employee.id;
      this.keepId(employee.id);
    }
    for (const role of fuzzRoles) await this.signIn(role);
  }

  /** Two documents at a time for each transport: callers meet each other, and the order of answers says little. */
  async send(operations: readonly FuzzOperation[], batch: number): Promise<void> {
    const queue = operations.map((operation, index) => ({ operation, index }));
    const work = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) await this.one(next.operation, batch + next.index);
    };
    await Promise.all([work(), work(), work(), work()]);
  }

  private async one(drawn: FuzzOperation, turn: number): Promise<void> {
    const operation = withIds(drawn, this.ids);
    const role = fuzzRoles[turn % fuzzRoles.length]!;
    const transport: Transport = operation.kind === 'subscription' || turn % 3 === 0 ? 'WebSocket' : 'HTTP';
    const finding = (what: string, answer: string) => {
      if (this.findings.length < KEPT_FINDINGS) {
        this.findings.push({ what, transport, role, operation, answer: answer.slice(0, 2000) });
      }
    };
    let answer: FuzzAnswer;
    try {
      answer =
        transport === 'HTTP'
          ? await sendByHttp(this.target.url, this.tokens.get(role) ?? null, operation)
          : await sendBySocket(this.socketOf(role), operation);
    } catch (error) {
      if (this.target.exitCode !== null) throw error;
      finding('no answer', `${String(error)} (${String((error as Error).cause)})`);
      return;
    }
    const code = this.judge(operation, answer, finding);
    this.count(transport, role, operation, answer, code);
    this.keepIds(answer.text);
    if (answer.status === 0) this.sockets.delete(role);
    if (code === 'UNAUTHENTICATED' && role !== 'nobody') await this.signIn(role);
  }

  /** The code of the first error; null without one. */
  private judge(
    operation: FuzzOperation,
    { status, text }: FuzzAnswer,
    finding: (what: string, answer: string) => void,
  ): string | null {
    const leaks = findLeaks(withoutOurs(text), JSON.stringify(operation));
    if (leaks.length > 0) finding(`leaked ${leaks.join('; ')}`, text);
    const codes = [...text.matchAll(/"code":"([A-Z_]+)"/g)].map(([, code]) => code!);
    if (codes.includes('INTERNAL_SERVER_ERROR')) {
      finding(/"requestId":"[\w-]{36}"/.test(text) ? 'masked error' : 'unmasked error', text);
    } else if (status >= 500) finding(`status ${status}`, text);
    else if (status === 0 && text.includes('"code":4500'))
      finding('an error ended the connection', this.target.log().slice(-1500));
    return codes[0] ?? (text.includes('"errors":') ? 'without code' : null);
  }

  private count(
    transport: Transport,
    role: FuzzRole,
    { isBroken }: FuzzOperation,
    { status, text, ms }: FuzzAnswer,
    code: string | null,
  ): void {
    let row = this.rows.find((one) => one.transport === transport && one.role === role);
    if (!row)
      this.rows.push((row = { transport, role, documents: 0, broken: 0, answered: 0, codes: {}, closed: 0, ms: [] }));
    row.documents++;
    if (isBroken) row.broken++;
    if (status === 0) {
      row.closed++;
      const why = `closed ${/"code":(\d+)/.exec(text)?.[1]}`;
      row.codes[why] = (row.codes[why] ?? 0) + 1;
    } else if (code === null) row.answered++;
    else row.codes[code] = (row.codes[code] ?? 0) + 1;
    row.ms.push(Math.round(ms * 10) / 10);
  }

  private keepIds(text: string): void {
    for (const [, id] of text.matchAll(/"(?:id|cursor|endCursor|decisionId)":"([^"\\]{1,200})"/g)) this.keepId(id!);
  }

  private keepId(id: string): void {
    if (this.ids.includes(id)) return;
    if (this.ids.length >= KEPT_IDS) this.ids.shift();
    this.ids.push(id);
  }

  private socketOf(role: FuzzRole): Client {
    const known = this.sockets.get(role);
    if (known) return known;
    const socket = openSocket(this.target.url, this.tokens.get(role) ?? null);
    this.sockets.set(role, socket);
    return socket;
  }

  /** A token for a role; anew where a mutation of the run has taken it away. */
  private async signIn(role: FuzzRole): Promise<void> {
    if (role === 'nobody') return;
    this.sockets.delete(role);
    const admin = await signIn(this.anonymous, administrator);
    this.tokens.set(role, (await this.clientOf(role, admin)).token!);
  }

  private async clientOf(role: Exclude<FuzzRole, 'nobody'>, admin: ApiClient): Promise<ApiClient> {
    if (role === 'ADMIN') return admin;
    if (role === 'KIOSK') return createKiosk(admin, { name: 'Fuzz', mayEnrol: true });
    if (role === 'INTEGRATOR') return createApiKey(admin, [...keyScopes]);
    const known = this.accounts.get(role);
    if (known) return signIn(this.anonymous, known);
    const departments = role === 'MANAGER' ? Object.values(await departmentIds(admin)) : [];
    const employeeId = role === 'EMPLOYEE' ? this.employeeId : undefined;
    const rights = { role, departmentIds: departments, employeeId };
    const account = await createAccount({ admin, anonymous: this.anonymous }, rights);
    this.accounts.set(role, account);
    return account;
  }
}

/** What earlier documents planted is not leaked when it comes back, be it in JSON within JSON. */
function withoutOurs(answer: string): string {
  return NASTY.filter((word) => word.length > 3).reduce(
    (rest, word) => rest.replaceAll(escaped(escaped(word)), '').replaceAll(escaped(word), ''),
    answer,
  );
}

const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);
