import { useQuery } from '@vue/apollo-composable';
import { computed } from 'vue';
import { addDays, daysBetween } from '../lib/calendar';
import { describeProblem } from '../lib/request-problem';
import { clockTime, type TimeSpan } from '../lib/shift-words';
import { clockTimeIn, dateIn, instantsOf } from '../lib/zoned-time';
import { minutesOfTime } from '../lib/time-field';
import { dayTimeline } from './day-timeline';
import { PersonDayDocument } from './person-day-documents';

/** How long before a shift, and after it, a punch may still be of its day. */
const SHIFT_WINDOW_MS = 2 * 3_600_000;
/** A device may keep a punch for 14 days; zones differ from UTC by up to a day. */
const LATEST_DAYS = 16;

/** All that is known of one person's day. */
export function usePersonDay(person: () => { employeeId: string; date: string }) {
  const { result, loading, error, refetch } = useQuery(
    PersonDayDocument,
    () => {
      const { employeeId, date } = person();
      const since = `${addDays(date, -1)}T00:00:00.000Z`;
      return { employeeId, date, since, until: `${addDays(date, LATEST_DAYS)}T00:00:00.000Z` };
    },
    { fetchPolicy: 'cache-and-network' },
  );
  const employee = computed(() => result.value?.employee ?? null);
  const record = computed(() => result.value?.attendance.edges[0]?.node ?? null);
  const expected = computed(() => result.value?.roster?.[0] ?? null);
  const timeZone = computed(() => employee.value?.site.timeZone ?? 'UTC');

  const window = computed(() => {
    const { date } = person();
    const dayStart = clockTime(employee.value?.site.dayStartsAtMinutes ?? 0);
    const boundary = (of: string): number =>
      Date.parse(instantsOf(timeZone.value, of, dayStart)[0] ?? `${of}T${dayStart}Z`);
    const times = [
      ...(expected.value?.segments ?? []).flatMap(({ startsAt, endsAt }) => [
        Date.parse(startsAt) - SHIFT_WINDOW_MS,
        Date.parse(endsAt) + SHIFT_WINDOW_MS,
      ]),
      ...[record.value?.checkInTime, record.value?.checkOutTime].flatMap((iso) => (iso ? [Date.parse(iso)] : [])),
    ];
    const [start, end] = [boundary(date), boundary(addDays(date, 1))];
    // An instant that is the last of the day is still of it.
    return {
      start: new Date(Math.min(start, ...times)).toISOString(),
      end: new Date(Math.max(end, ...times.map((time) => time + 1))).toISOString(),
    };
  });
  const timeline = computed(() => {
    const events = [...(result.value?.punches.edges ?? []), ...(result.value?.corrections.edges ?? [])];
    return dayTimeline(
      events.map(({ node }) => node),
      window.value,
    );
  });

  /** Minutes after the day's midnight on the site's clocks. */
  const minutesAt = (instant: string): number =>
    daysBetween(person().date, dateIn(timeZone.value, instant)) * 1440 +
    (minutesOfTime(clockTimeIn(timeZone.value, instant)) ?? 0);
  const spanOf = (startsAt: string, endsAt: string): TimeSpan[] => {
    const [startsAtMinutes, endsAtMinutes] = [Math.max(0, minutesAt(startsAt)), minutesAt(endsAt)];
    return endsAtMinutes > startsAtMinutes ? [{ startsAtMinutes, endsAtMinutes }] : [];
  };
  const agreedSpans = computed(() =>
    (expected.value?.segments ?? []).flatMap(({ startsAt, endsAt }) => spanOf(startsAt, endsAt)),
  );
  /** From each check-in to the check-out after it. */
  const workedSpans = computed(() => {
    const present = timeline.value.filter(({ isVoid }) => !isVoid);
    return present.flatMap((punch, index) => {
      const next = present[index + 1];
      return punch.kind === 'CHECK_IN' && next?.kind === 'CHECK_OUT' ? spanOf(punch.at, next.at) : [];
    });
  });
  return {
    isKnown: computed(() => result.value !== undefined),
    employee,
    record,
    expected,
    timeZone,
    timeline,
    agreedSpans,
    workedSpans,
    loading,
    problem: computed(() => (error.value ? describeProblem(error.value) : null)),
    refresh: (): void => void refetch()?.catch(() => undefined),
  };
}
