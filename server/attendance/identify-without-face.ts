import type { Caller } from '../caller.js';
import { hashBadge } from '../employees/badge.js';
import type { Employee, EmployeeRepository } from '../employees/employee.repository.js';
import { refuse, type Refusal } from '../refusal.js';
import type { PinCheck } from './pin-check.js';
import { refusalOfMethod, refusalOfSite, wantsPinWithBadge } from './without-face.rules.js';

/** What somebody enters instead of showing their face. */
export type Entered =
  { method: 'PIN'; number: number; pin: string } | { method: 'BADGE'; badge: string; pin: string | null };

/** Somebody who entered what they are known by. */
export interface Known {
  outcome: 'known';
  employee: Employee;
}

export type IdentifyWithoutFace = (entered: Entered, caller: Caller) => Promise<Known | Refusal>;

/** Who entered a number with a PIN, or showed a badge. Accounts are held to the terms of a kiosk that takes either. */
export function createIdentifyWithoutFace(dependencies: {
  employees: EmployeeRepository;
  pins: PinCheck;
}): IdentifyWithoutFace {
  const { employees, pins } = dependencies;
  return async (entered, { source, kiosk = null }) => {
    const identification = kiosk?.identification ?? 'FACE_OR_PIN';
    const notHere = refusalOfMethod(identification, entered.method);
    if (notHere) return notHere;

    const employee = await find(entered);
    const unproved =
      entered.method === 'PIN'
        ? await pins.refusalOfNumber(entered.number, employee, entered.pin, source)
        : employee && wantsPinWithBadge(identification) && (await pins.refusalOf(employee, entered.pin, source));
    if (unproved) return unproved;
    if (!employee) return refuse('UNKNOWN_BADGE', 'This badge is not known, or was replaced by another one.');

    if (!employee.active) {
      const words = `${employee.name}, you cannot check in or out at present. Please ask your manager.`;
      return refuse('INACTIVE_EMPLOYEE', words);
    }
    return refusalOfSite(kiosk, employee) ?? { outcome: 'known', employee };
  };

  async function find(entered: Entered): Promise<Employee | null> {
    if (entered.method === 'PIN') return employees.findByNumber(entered.number);
    const badgeHash = hashBadge(entered.badge);
    return badgeHash === null ? null : employees.findByBadgeHash(badgeHash);
  }
}
