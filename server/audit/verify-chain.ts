import { EMPTY_HEAD, hashOf, type AuditEntry, type ChainHead } from './audit-chain.js';

export type ChainProblemKind = 'ALTERED' | 'REMOVED' | 'INSERTED' | 'REORDERED' | 'TRUNCATED' | 'REWRITTEN';

/** What is wrong with the chain, and where: the sequence of the entry, or from which to which. */
export interface ChainProblem {
  kind: ChainProblemKind;
  sequence: number;
  toSequence: number;
  message: string;
}

export interface ChainReport {
  entries: number;
  head: ChainHead;
  problems: ChainProblem[];
}

/** An entry that was renumbered is looked for so far from its place. */
const SEARCHED = 100;

/** One entry as it stands, and what its hash says of where it stood; null where it fits no place: its content is not its own. */
interface Placed {
  entry: AuditEntry;
  original: number | null;
}

/**
 * Reads a chain from its first entry and finds every entry that was altered, removed, inserted, put elsewhere, or whose
 * hash was written anew. `heads` were exported earlier: with them an end that was cut off is found, and a chain that was
 * computed anew from some entry on.
 */
export async function verifyChain(
  entries: AsyncIterable<AuditEntry>,
  heads: readonly ChainHead[] = [],
): Promise<ChainReport> {
  const problems: ChainProblem[] = [];
  const expected = new Map(heads.map(({ sequence, hash }) => [sequence, hash]));
  let [previous, shift, count, highest]: [ChainHead, number, number, number] = [EMPTY_HEAD, 0, 0, 0];
  /** Where the entry before stood; and it, when it fitted no place and it is not known yet whether it was put in. */
  let [lastOriginal, doubtful]: [number, Placed | null] = [0, null];
  const seen = new Set<number>();
  const [late, moved]: [number[], number[]] = [[], []];
  let gaps: [from: number, to: number][] = [];

  for await (const entry of entries) {
    count++;
    const placed = place(entry, shift);
    if (expected.get(entry.sequence) !== undefined && expected.get(entry.sequence) !== entry.hash) {
      problems.push(problem('REWRITTEN', entry.sequence, 'differs from a head that was exported earlier'));
    }
    if (doubtful) {
      const wasPutIn =
        placed.original === null
          ? entry.previousHash === previous.hash && entry.previousHash !== doubtful.entry.hash
          : placed.original === lastOriginal + 1;
      const { sequence } = doubtful.entry;
      if (wasPutIn)
        problems.push(problem('INSERTED', sequence, 'was put in: the entry after it follows the one before it'));
      else {
        problems.push(problem('ALTERED', sequence, 'was altered: its content does not give its hash'));
        previous = doubtful.entry;
        seen.add(++lastOriginal);
        highest = Math.max(highest, lastOriginal);
      }
      doubtful = null;
    }
    if (placed.original === null) {
      doubtful = placed;
      continue;
    }
    const { original } = placed;
    if (original === lastOriginal + 1 && entry.previousHash !== previous.hash && count > 1) {
      problems.push(
        problem('ALTERED', entry.sequence - 1, 'was altered and its hash computed anew: the entry after it says so'),
      );
    }
    if (original !== entry.sequence) moved.push(entry.sequence);
    if (original < highest) late.push(entry.sequence);
    else if (original > highest + 1) gaps.push([highest + 1, original - 1]);
    seen.add(original);
    [previous, lastOriginal, shift] = [entry, original, original - entry.sequence];
    highest = Math.max(highest, original);
  }
  if (doubtful)
    problems.push(
      problem('ALTERED', doubtful.entry.sequence, 'was altered or added: its content does not give its hash'),
    );

  gaps = gaps.flatMap(([from, to]) => missingIn(from, to, seen));
  // Where nothing came or went, whoever is not in their place was moved; else whoever comes after a later one.
  const isComplete = gaps.length === 0 && problems.every(({ kind }) => kind !== 'INSERTED');
  for (const sequence of isComplete ? moved : late) {
    problems.push(problem('REORDERED', sequence, 'stood elsewhere before'));
  }
  for (const [from, to] of gaps) problems.push(problem('REMOVED', from, 'is missing', to));
  for (const { sequence } of heads) {
    if (sequence > highest)
      problems.push(problem('TRUNCATED', highest + 1, 'was cut off: an exported head reaches further', sequence));
  }
  problems.sort((a, b) => a.sequence - b.sequence);
  return { entries: count, head: { sequence: previous.sequence, hash: previous.hash }, problems };
}

/** Where an entry stood when its hash was made: at its sequence, or near it. */
function place(entry: AuditEntry, shift: number): Placed {
  const fits = (sequence: number) => sequence > 0 && hashOf({ ...entry, sequence }) === entry.hash;
  const tried = [entry.sequence + shift, entry.sequence];
  for (let distance = 1; distance <= SEARCHED; distance++)
    tried.push(entry.sequence - distance, entry.sequence + distance);
  return { entry, original: tried.find(fits) ?? null };
}

/** The parts of a range that were not seen later either. */
function missingIn(from: number, to: number, seen: ReadonlySet<number>): [number, number][] {
  const missing: [number, number][] = [];
  for (let sequence = from; sequence <= to; sequence++) {
    if (seen.has(sequence)) continue;
    const last = missing.at(-1);
    if (last?.[1] === sequence - 1) last[1] = sequence;
    else missing.push([sequence, sequence]);
  }
  return missing;
}

function problem(kind: ChainProblemKind, sequence: number, what: string, toSequence = sequence): ChainProblem {
  const which = toSequence > sequence ? `Entries ${sequence} to ${toSequence}` : `Entry ${sequence}`;
  return { kind, sequence, toSequence, message: `${which}: ${what}.` };
}
