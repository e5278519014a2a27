import { z } from 'zod';
import type { Clock } from '../clock.js';
import { newId } from '../ids.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import type { Comparison } from '../recognition/decision-record.js';
import type { Scope } from '../scope.js';
import type { Mistake } from '../recognition/mistake.rules.js';
import type { MistakeRepository, MistakeRow } from './mistake.repository.js';

/** A punch by face that somebody else had made. */
export interface TakenBack {
  eventId: string;
  wrongId: string;
  rightId: string | null;
  /** "kiosk:…" or "user:…". */
  source: string;
}

/** The decision that it went by, as far as it matters. */
export interface WrongDecision {
  first: Comparison | null;
  fused: Comparison | null;
  employee: { id: string } | null;
  runnerUp: { id: string } | null;
}

const mistakeKey = z.tuple([z.string()]);

/** Keeps by what people were taken for others, so that it does not happen to the same two again. */
export class MistakeService {
  constructor(private readonly dependencies: { mistakes: MistakeRepository; clock: Clock }) {}

  /** Notes how near the two were by the measure that was decided by. Nothing of a face is kept. */
  async note({ eventId, wrongId, rightId, source }: TakenBack, decision: WrongDecision): Promise<void> {
    const { mistakes, clock } = this.dependencies;
    const measure = decision.fused ?? decision.first;
    // Figures of somebody whose biometrics were erased are gone.
    if (measure?.distance == null || decision.employee?.id !== wrongId) return;
    const { modelId, distance, runnerUpDistance } = measure;
    const isMeasured = rightId !== null && decision.runnerUp?.id === rightId && runnerUpDistance !== null;
    const gap = isMeasured ? runnerUpDistance - distance : null;
    await mistakes.note({
      id: newId(),
      eventId,
      wrongId,
      rightId,
      modelId,
      distance,
      gap,
      notedAt: clock.now(),
      source,
    });
  }

  /** What recognition must not repeat with this person. */
  async about(employeeId: string): Promise<Mistake[]> {
    const rows = await this.dependencies.mistakes.listAbout(employeeId);
    return rows.map(({ rightId, modelId, distance, gap }) => ({ rightEmployeeId: rightId, modelId, distance, gap }));
  }

  /** Of people in the scope, newest first. Throws BAD_USER_INPUT for a page that is off. */
  list(scope: Scope, request: PageRequest): Promise<Page<MistakeRow>> {
    return readPage<MistakeRow, [string]>(
      request,
      mistakeKey,
      ({ id }) => [id],
      (take, after) => this.dependencies.mistakes.list(scope, take, after?.[0] ?? null),
    );
  }

  /** Throws NOT_FOUND. */
  forget(scope: Scope, id: string): Promise<void> {
    return this.dependencies.mistakes.remove(scope, id);
  }

  /** For a punch that was theirs after all. */
  forgetAbout(eventId: string): Promise<void> {
    return this.dependencies.mistakes.removeAbout(eventId);
  }
}
