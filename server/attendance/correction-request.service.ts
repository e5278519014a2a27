import { z } from 'zod';
import type { Clock } from '../clock.js';
import { newId } from '../ids.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import { noSuch } from '../row-errors.js';
import type { Scope } from '../scope.js';
import { parseInput } from '../validate.js';
import type { EmployeeRepository } from '../employees/employee.repository.js';
import { correctionInput } from './correction-input.js';
import type { CorrectionRepository, CorrectionRequestRow, CorrectionState } from './correction.repository.js';
import type { CorrectionService } from './correction.service.js';

const idKey = z.tuple([z.string()]);
const comment = z.string().trim().max(500, 'must have at most 500 characters');

/** Corrections that somebody asks for, and a manager makes or refuses. */
export class CorrectionRequestService {
  constructor(
    private readonly dependencies: {
      requests: CorrectionRepository;
      corrections: CorrectionService;
      employees: EmployeeRepository;
      clock: Clock;
    },
  ) {}

  /** Notes what an employee asks for, about their own log. Throws BAD_USER_INPUT or NOT_FOUND. */
  async request(scope: Scope, employeeId: string, input: object, source: string): Promise<CorrectionRequestRow> {
    const { requests, employees, clock } = this.dependencies;
    const correction = parseInput(correctionInput, { ...input, employeeId });
    if (!(await employees.findIn(scope, employeeId))) throw noSuch('employee');
    const targetId = 'eventId' in correction ? correction.eventId : null;
    if (targetId && (await requests.readPunch(targetId))[0]?.employeeId !== employeeId) throw noSuch('event');
    return requests.createRequest({
      id: newId(),
      employeeId,
      action: correction.action,
      kind: 'kind' in correction ? correction.kind : null,
      time: 'at' in correction ? correction.at : null,
      targetId,
      reason: correction.reason,
      state: 'OPEN',
      createdAt: clock.now(),
      source,
      decidedAt: null,
      decidedBy: null,
      comment: null,
    });
  }

  /** Newest first. Throws BAD_USER_INPUT for a page that is off. */
  list(scope: Scope, state: CorrectionState | null, page: PageRequest): Promise<Page<CorrectionRequestRow>> {
    const keyOf = ({ id }: CorrectionRequestRow): [string] => [id];
    return readPage(page, idKey, keyOf, (take, after) =>
      this.dependencies.requests.listRequests(scope, state, take, after?.[0] ?? null),
    );
  }

  /** Makes the correction. Throws NOT_FOUND, or CONFLICT where it is decided or would change nothing. */
  async approve(scope: Scope, id: string, words: string | null, source: string): Promise<CorrectionRequestRow> {
    const { requests, corrections, clock } = this.dependencies;
    const request = await this.get(scope, id);
    const { action, employeeId, kind, time: at, targetId: eventId, reason } = request;
    const decision = {
      id,
      state: 'APPROVED',
      decidedAt: clock.now(),
      decidedBy: source,
      comment: said(words),
    } as const;
    // A request that is decided already is refused by its state, before what it would change is looked at.
    if (request.state !== 'OPEN') await requests.decide(decision);
    await corrections.correct({ action, employeeId, kind, at, eventId, reason }, { source, scope, decision });
    return this.get(scope, id);
  }

  /** Throws NOT_FOUND, or CONFLICT where it is decided. */
  async refuse(scope: Scope, id: string, words: string, source: string): Promise<CorrectionRequestRow> {
    const { requests, clock } = this.dependencies;
    await this.get(scope, id);
    await requests.decide({
      id,
      state: 'REFUSED',
      decidedAt: clock.now(),
      decidedBy: source,
      comment: said(words),
    });
    return this.get(scope, id);
  }

  private async get(scope: Scope, id: string): Promise<CorrectionRequestRow> {
    const request = await this.dependencies.requests.findRequest(scope, id);
    if (!request) throw noSuch('correction request');
    return request;
  }
}

const said = (words: string | null): string | null => (words === null ? null : parseInput(comment, words) || null);
