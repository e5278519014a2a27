import { z } from 'zod';
import type { Clock } from '../clock.js';
import type { Employee } from '../employees/employee.repository.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import { EVERYBODY, type Scope } from '../scope.js';
import { parseInput } from '../validate.js';
import { isUnusual, weeksBefore, type WeekFigures } from './drift.rules.js';
import type { AgeingRow, DecisionCount, DriftRepository, GoodCheckIn } from './drift.repository.js';

/** How a place recognised in one week. */
export interface DriftWeek extends WeekFigures {
  /** A Monday, YYYY-MM-DD. */
  week: string;
  /** "kiosk:{id}", or whoever else sent photos. */
  source: string;
  kioskName: string | null;
  /** 0..1. */
  refusedShare: number;
  /** Of accepted matches, the first encoder's; null without any. */
  meanDistance: number | null;
  isUnusual: boolean;
}

export interface Ageing {
  employee: Employee;
  sampledAt: Date;
  /** Matches in the last 90 days, and their mean distance; null without any. */
  matches: number;
  meanDistance: number | null;
  /** In the 90 days before those. */
  earlierDistance: number | null;
  /** The punch whose photo would make a good sample; null where there is none. */
  proposedEventId: string | null;
}

const DAY_MS = 86_400_000;
/** Faces are enrolled anew after so long: a judgement, ageing was not measured. */
const AGES_AFTER_DAYS = 365;
/** Distances are compared over so many days. */
const COMPARED_DAYS = 90;
/** A check-in that is to be a sample is of the last days … */
const CHECK_IN_DAYS = 30;
/** … and this certain to be of that person. */
const CERTAIN = 0.999;
/** Weeks before one that it is held against. */
const USUAL_WEEKS = 4;
const PHOTOS_TRIED = 5;

const weeksInput = z.object({
  weeks: z.number().int().min(1, 'must be at least 1').max(52, 'must be at most 52'),
});
const ageingKey = z.tuple([z.number().int()]);

/** Whether recognition gets worse: by week and kiosk, and by person. */
export class DriftService {
  constructor(private readonly dependencies: { drift: DriftRepository; timeZone: string; clock: Clock }) {}

  /** The last weeks by place, the present one first. Throws BAD_USER_INPUT for more than a year. */
  async weeks(request: { weeks: number }): Promise<DriftWeek[]> {
    const { weeks: count } = parseInput(weeksInput, request);
    const { drift, timeZone, clock } = this.dependencies;
    const weeks = weeksBefore(clock.now(), timeZone, count + USUAL_WEEKS);
    const figures: Map<string, Figures>[] = [];
    for (const { from, to } of weeks) figures.push(figuresOf(await drift.count(from, to)));
    const kiosks = [...new Set(figures.flatMap((each) => [...each.keys()]))].flatMap(
      (source) => kioskIdOf(source) ?? [],
    );
    const names = await drift.kioskNames(kiosks);
    return weeks.slice(0, count).flatMap(({ date }, index) =>
      [...figures[index]!].map(([source, { decisions, refused, distance }]) => ({
        week: date,
        source,
        kioskName: names.get(kioskIdOf(source) ?? '') ?? null,
        decisions,
        refused,
        refusedShare: refused / decisions,
        meanDistance: distance,
        isUnusual: isUnusual(
          { decisions, refused },
          figures.slice(index + 1, index + 1 + USUAL_WEEKS).flatMap((each) => each.get(source) ?? []),
        ),
      })),
    );
  }

  /** People whose newest sample is a year old, by number, with the check-in that could renew it. */
  async ageing(scope: Scope, request: PageRequest): Promise<Page<Ageing>> {
    const keyOf = ({ employee }: AgeingRow): [number] => [employee.number];
    const page = await readPage(request, ageingKey, keyOf, (take, after) =>
      this.dependencies.drift.listAgeing(scope, this.before(AGES_AFTER_DAYS), take, after?.[0] ?? null),
    );
    const edges = await Promise.all(
      page.edges.map(async ({ cursor, node }) => ({ cursor, node: await this.proposalFor(node) })),
    );
    return { ...page, edges };
  }

  /** The same people a few at a time, for whoever renews their samples. */
  listAgeing(take: number, afterNumber: number | null): Promise<AgeingRow[]> {
    return this.dependencies.drift.listAgeing(EVERYBODY, this.before(AGES_AFTER_DAYS), take, afterNumber);
  }

  /** Check-ins of the last 30 days whose photo could be a sample of this person. */
  goodCheckIns(employeeId: string): Promise<GoodCheckIn[]> {
    return this.dependencies.drift.listGoodCheckIns(employeeId, this.before(CHECK_IN_DAYS), CERTAIN, PHOTOS_TRIED);
  }

  private async proposalFor({ employee, sampledAt }: AgeingRow): Promise<Ageing> {
    const { drift, clock } = this.dependencies;
    const [middle, start] = [this.before(COMPARED_DAYS), this.before(2 * COMPARED_DAYS)];
    const recent = await drift.meanDistance(employee.id, middle, clock.now());
    const earlier = await drift.meanDistance(employee.id, start, middle);
    const [proposed] = await this.goodCheckIns(employee.id);
    return {
      employee,
      sampledAt,
      matches: recent.matches,
      meanDistance: recent.distance,
      earlierDistance: earlier.distance,
      proposedEventId: proposed?.id ?? null,
    };
  }

  private before(days: number): Date {
    return new Date(this.dependencies.clock.now().getTime() - days * DAY_MS);
  }
}

interface Figures extends WeekFigures {
  distance: number | null;
}

function figuresOf(counts: readonly DecisionCount[]): Map<string, Figures> {
  const figures = new Map<string, Figures>();
  for (const { source, outcome, decisions, distance } of counts) {
    const isMatch = outcome === 'MATCHED';
    const entry = figures.get(source) ?? { decisions: 0, refused: 0, distance: null };
    figures.set(source, {
      decisions: entry.decisions + decisions,
      refused: entry.refused + (isMatch ? 0 : decisions),
      distance: isMatch ? distance : entry.distance,
    });
  }
  return figures;
}

const kioskIdOf = (source: string): string | null => /^kiosk:(.+)$/.exec(source)?.[1] ?? null;
