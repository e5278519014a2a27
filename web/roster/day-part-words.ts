import type { DayPart } from '../gql/graphql';

export const PART_CHOICES: { value: DayPart; label: string }[] = [
  { value: 'WHOLE', label: 'Whole day' },
  { value: 'FIRST_HALF', label: 'First half' },
  { value: 'SECOND_HALF', label: 'Second half' },
];

/** '' for whole days; what is only half is said. */
export const PART_WORDS: Record<DayPart, string> = {
  WHOLE: '',
  FIRST_HALF: 'first half of the day',
  SECOND_HALF: 'second half of the day',
};
