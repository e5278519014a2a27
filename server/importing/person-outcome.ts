/** A photograph that was not taken, and why. */
export interface PhotoRefused {
  path: string;
  reason: string;
  message: string;
}

/** What became of a person, or of some of their photographs. */
export interface PersonOutcome {
  key: string;
  name: string;
  number: number | null;
  /** CHANGED: the person was there, and got photographs. REFUSED: nothing of them was kept. */
  outcome: 'ADDED' | 'CHANGED' | 'UNCHANGED' | 'REFUSED';
  kept: number;
  /** Photographs that are samples of theirs already, or came twice. */
  known: number;
  /** Photographs that were left alone for want of consent. */
  notOpened: number;
  refused: PhotoRefused[];
  /** What should be known about it, and why a person was refused. */
  notes: string[];
}

/** Outcomes about the same people as one each, in the order of their first. */
export function mergeOutcomes(outcomes: readonly PersonOutcome[]): PersonOutcome[] {
  const people = new Map<string, PersonOutcome>();
  for (const next of outcomes) {
    const before = people.get(next.key);
    people.set(next.key, before ? merge(before, next) : next);
  }
  return [...people.values()];
}

const RANK = ['REFUSED', 'UNCHANGED', 'CHANGED', 'ADDED'] as const;

function merge(a: PersonOutcome, b: PersonOutcome): PersonOutcome {
  return {
    ...a,
    number: a.number ?? b.number,
    outcome: RANK[Math.max(RANK.indexOf(a.outcome), RANK.indexOf(b.outcome))]!,
    kept: a.kept + b.kept,
    known: a.known + b.known,
    notOpened: a.notOpened + b.notOpened,
    refused: [...a.refused, ...b.refused],
    notes: [...new Set([...a.notes, ...b.notes])],
  };
}

/** How many of each. */
export interface PeopleSummary {
  people: { found: number; added: number; changed: number; unchanged: number; refused: number };
  photos: { found: number; kept: number; known: number; refused: number; notOpened: number };
}

/** Of merged outcomes. */
export function summaryOf(people: readonly PersonOutcome[]): PeopleSummary {
  const of = (outcome: PersonOutcome['outcome']): number => people.filter((each) => each.outcome === outcome).length;
  const sum = (count: (person: PersonOutcome) => number): number => people.reduce((all, each) => all + count(each), 0);
  const photos = {
    kept: sum(({ kept }) => kept),
    known: sum(({ known }) => known),
    refused: sum(({ refused }) => refused.length),
    notOpened: sum(({ notOpened }) => notOpened),
  };
  return {
    people: {
      found: people.length,
      added: of('ADDED'),
      changed: of('CHANGED'),
      unchanged: of('UNCHANGED'),
      refused: of('REFUSED'),
    },
    photos: { found: photos.kept + photos.known + photos.refused + photos.notOpened, ...photos },
  };
}
