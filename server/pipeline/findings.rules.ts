/** What can be wrong with a sample. */
export const findingKinds = ['NOT_ACQUIRED', 'DUPLICATE', 'WRONG_PERSON', 'UNLIKE_THE_OTHERS', 'POOR_QUALITY'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** Something wrong with one sample. */
export interface Finding {
  person: string;
  part: 'Train' | 'Test';
  file: string;
  kind: FindingKind;
  /** In whole sentences. */
  words: string;
  /** Whom it seems to show instead, of WRONG_PERSON; the sample it repeats, of DUPLICATE. */
  other: string | null;
  /** Not used any further. A poor photo to be judged on stays: such come at a kiosk, too. */
  isSetAside: boolean;
}

/** A sample as validation measured it. Distances are fused. */
export interface MeasuredSample {
  person: string;
  part: 'Train' | 'Test';
  file: string;
  /** Why it has no template; null where it has one. */
  failure: string | null;
  /** What enrolment would ask to have done better. */
  complaint: string | null;
  /** The earlier sample of this person that is the same picture. */
  copyOf: string | null;
  /** Whether it is of the person whom most of their samples show. */
  isWithOwn: boolean;
  /** The nearest other person, by the samples that show them. */
  nearest: { person: string; distance: number } | null;
}

/** What is wrong with a sample, the worst of it; null where nothing is. `threshold` is that for two photos of one person. */
export function findingOf(sample: MeasuredSample, threshold: number): Finding | null {
  const { person, part, file, failure, complaint, copyOf, isWithOwn, nearest } = sample;
  const finding = (kind: FindingKind, words: string, other: string | null = null, isSetAside = true): Finding => ({
    person,
    part,
    file,
    kind,
    words,
    other,
    isSetAside,
  });
  if (failure !== null) return finding('NOT_ACQUIRED', failure);
  if (!isWithOwn && nearest && nearest.distance < threshold) {
    return finding('WRONG_PERSON', 'It shows another person, who is here as well.', nearest.person);
  }
  if (copyOf !== null) return finding('DUPLICATE', 'It is the same picture as another one of this person.', copyOf);
  if (complaint !== null) return finding('POOR_QUALITY', complaint, null, part === 'Train');
  if (!isWithOwn) return finding('UNLIKE_THE_OTHERS', 'It is not like the other photos of this person.');
  return null;
}

/** How many there are of each kind, of those that are set aside. */
export function countSetAside(findings: readonly Finding[]): Partial<Record<FindingKind, number>> {
  const counts: Partial<Record<FindingKind, number>> = {};
  for (const { kind, isSetAside } of findings) if (isSetAside) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
