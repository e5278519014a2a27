import type { KioskTerms } from '../caller.js';
import type { Identification } from '../identification.js';
import { refuse, type Refusal } from '../refusal.js';

/** Whether a PIN is asked for besides a face. */
export const wantsPinWithFace = (identification: Identification): boolean => identification === 'FACE_AND_PIN';

/** Whether a PIN is asked for besides a badge. */
export const wantsPinWithBadge = (identification: Identification): boolean => identification !== 'FACE_OR_PIN';

/** Why a way without a face does not do here; null where it does. */
export function refusalOfMethod(identification: Identification, method: 'PIN' | 'BADGE'): Refusal | null {
  if (identification === 'FACE_ONLY') {
    return refuse('NOT_ACCEPTED_HERE', 'This kiosk goes by faces only. Ask your manager if yours cannot be used.');
  }
  if (method === 'BADGE' || identification === 'FACE_OR_PIN') return null;
  return refuse('NOT_ACCEPTED_HERE', 'A PIN alone does not do at this kiosk. Use your face or your badge.');
}

/** Why somebody is not let in at a kiosk that is for one site; null where they are. */
export function refusalOfSite(
  terms: Pick<KioskTerms, 'onlySiteId'> | null,
  employee: { name: string; siteId: string },
): Refusal | null {
  if (!terms?.onlySiteId || terms.onlySiteId === employee.siteId) return null;
  return refuse('OTHER_SITE', `${employee.name}, this kiosk is for people of this site only. Use one of yours.`);
}
