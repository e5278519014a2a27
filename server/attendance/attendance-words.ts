import { refuse, type Refusal } from '../refusal.js';
import type { Verdict } from './punch.rules.js';

/** What the kiosk says when a punch is refused. Times are the site's. */
export function refusalOf(verdict: Verdict & { outcome: 'refuse' }, name: string, timeZone: string): Refusal {
  const at = verdict.last && siteTime(verdict.last.at, timeZone);
  switch (verdict.reason) {
    case 'ALREADY_CHECKED_IN':
      return refuse(verdict.reason, `${name}, you are checked in already, since ${at}.`);
    case 'NOT_CHECKED_IN':
      return refuse(
        verdict.reason,
        verdict.last?.kind === 'CHECK_OUT'
          ? `${name}, you are checked out already, since ${at}. Check in first.`
          : `${name}, you are not checked in. Check in first.`,
      );
  }
}

const siteTime = (instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit' }).format(instant);
