import type { RosterCell_ExpectedDayFragment } from '../gql/graphql';
import { durationWords } from '../lib/duration-words';
import { formatTimeIn } from '../lib/zoned-time';

export interface RosterCell {
  /** '06:00–14:00', one for each part; of flexible hours how many. */
  times: string[];
  /** What a holiday or a leave takes, and what is out of the usual. */
  notes: { kind: 'holiday' | 'leave' | 'changed'; text: string }[];
  /** All of it, for who cannot see the table. */
  words: string;
}

/** What is expected on a day, in the times of the site's clocks. */
export function rosterCell(day: RosterCell_ExpectedDayFragment, timeZone: string, locale?: string): RosterCell {
  const segments = day.segments.map(({ startsAt, endsAt }) =>
    [startsAt, endsAt].map((at) => formatTimeIn(timeZone, day.date, at, locale)).join('–'),
  );
  const times =
    day.isFlexible && day.scheduledMinutes > 0
      ? [`${durationWords(day.scheduledMinutes)} flexible`, ...segments]
      : segments;
  const half = day.scheduledMinutes > 0 ? 'half a day ' : '';
  const notes: RosterCell['notes'] = [
    ...day.holidayNames.map((name) => ({
      kind: 'holiday' as const,
      text: day.holidayMinutes > 0 ? `${half}${name}` : name,
    })),
    ...(day.leaveMinutes > 0 ? [{ kind: 'leave' as const, text: `${half}${day.leaveKind ?? 'leave'}` }] : []),
    ...(day.isChanged ? [{ kind: 'changed' as const, text: 'changed' }] : []),
  ];
  const words = [...(times.length > 0 ? times : ['free']), ...notes.map(({ text }) => text)].join(', ');
  return { times, notes, words };
}
