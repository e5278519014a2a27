import { z } from 'zod';
import type { Clock } from '../clock.js';
import { newId } from '../ids.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import type { Comparison, DecisionRecord } from '../recognition/decision-record.js';
import { includesEmployee, type Scope } from '../scope.js';
import type { DecisionQuery, DecisionRepository, DecisionRow } from './decision.repository.js';

/** A decision as it is read: the record with its people. */
export interface Decision extends Omit<DecisionRecord, 'employeeId' | 'runnerUpId' | 'modelVersion'> {
  id: string;
  decidedAt: Date;
  source: string;
  /** Null from before there were versions. */
  modelVersion: string | null;
  employee: DecisionRow['employee'];
  runnerUp: DecisionRow['runnerUp'];
}

const decisionKey = z.tuple([z.string()]);

/** Keeps why people were recognised or refused. */
export class DecisionService {
  constructor(private readonly dependencies: { decisions: DecisionRepository; clock: Clock }) {}

  /** Returns the id under which the decision can be looked up. */
  async keep(source: string, record: DecisionRecord): Promise<string> {
    const { decisions, clock } = this.dependencies;
    const { first, fused, quality, liveness, ...rest } = record;
    const id = newId();
    await decisions.create({
      id,
      decidedAt: clock.now(),
      source,
      ...rest,
      distance: first?.distance,
      runnerUpDistance: first?.runnerUpDistance,
      threshold: first?.threshold,
      margin: first?.margin,
      secondModelId: fused?.modelId,
      fusedDistance: fused?.distance,
      fusedRunnerUpDistance: fused?.runnerUpDistance,
      fusedThreshold: fused?.threshold,
      fusedMargin: fused?.margin,
      ...(quality && { quality: { ...quality } }),
      ...(liveness && { liveness }),
    });
    return id;
  }

  /** Null where there is no such decision whose nearest person is in the scope. */
  async find(scope: Scope, id: string): Promise<Decision | null> {
    const row = await this.dependencies.decisions.find(scope, id);
    return row && decisionOf(row, scope);
  }

  /** Newest first. Throws BAD_USER_INPUT for a page that is off. */
  async list(scope: Scope, query: DecisionQuery, request: PageRequest): Promise<Page<Decision>> {
    const keyOf = (row: DecisionRow): [string] => [row.id];
    const page = await readPage(request, decisionKey, keyOf, (take, after) =>
      this.dependencies.decisions.list(scope, query, take, after?.[0] ?? null),
    );
    return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: decisionOf(node, scope) })) };
  }
}

/** A runner-up outside the scope stays unnamed: not even the explanation may say who it was. */
function decisionOf(row: DecisionRow, scope: Scope): Decision {
  return {
    ...row,
    runnerUp: row.runnerUp && includesEmployee(scope, row.runnerUp) ? row.runnerUp : null,
    outcome: row.outcome as Decision['outcome'],
    quality: row.quality as Decision['quality'],
    liveness: row.liveness as Decision['liveness'],
    first: comparison(row.modelId, row.distance, row.runnerUpDistance, row.threshold, row.margin),
    fused: comparison(
      row.secondModelId,
      row.fusedDistance,
      row.fusedRunnerUpDistance,
      row.fusedThreshold,
      row.fusedMargin,
    ),
  };
}

function comparison(
  modelId: string | null,
  distance: number | null,
  runnerUpDistance: number | null,
  threshold: number | null,
  margin: number | null,
): Comparison | null {
  if (modelId === null || threshold === null || margin === null) return null;
  return { modelId, distance, runnerUpDistance, threshold, margin };
}
