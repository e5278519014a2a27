import type { Clock } from '../clock.js';
import type { Employee } from '../employees/employee.repository.js';
import { verifyPassword } from '../password.js';
import { refuse, type Refusal } from '../refusal.js';
import type { PinTriesRepository } from './pin-tries.repository.js';

const ALLOWED = {
  /** So many wrong PINs at one device for one person … */
  ofPerson: 5,
  /** … or for everybody together, who might be tried in turn with a PIN that many have … */
  atDevice: 50,
  /** … and none is tried there for this long. */
  pauseMs: 15 * 60_000,
};

/** Nothing longer is hashed: one digit more than a PIN has is wrong already. */
const MAX_LENGTH = 7;

/** Checks PINs. Six digits stand up to guessing only if few guesses are allowed. */
export class PinCheck {
  constructor(private readonly dependencies: { tries: PinTriesRepository; clock: Clock }) {}

  /**
   * A PIN that is asked for besides a face or badge; null when it is right. `why` says what for, to somebody who has
   * none yet.
   */
  async refusalOf(
    employee: Pick<Employee, 'id' | 'name' | 'pinHash'>,
    pin: string | null,
    source: string,
    why = 'a PIN is needed here',
  ): Promise<Refusal | null> {
    const { id, name, pinHash } = employee;
    if (!pinHash) return refuse('PIN_MISSING', `${name}, ${why}, and you have none yet. Ask your manager for one.`);
    if (pin === null) return refuse('PIN_REQUIRED', `${name}, enter your PIN to go on.`);
    return this.refusalAt(source, id, pinHash, pin, 'That PIN is not right. Try again.');
  }

  /**
   * A PIN that comes with a number alone; null when it is right. A number that nobody has (null) is answered like a
   * wrong PIN, and as slowly.
   */
  refusalOfNumber(number: number, employee: Employee | null, pin: string, source: string): Promise<Refusal | null> {
    const who = employee?.id ?? `#${number}`;
    return this.refusalAt(source, who, employee?.pinHash ?? null, pin, 'Number and PIN do not belong together.');
  }

  /** Wrong ones are counted by device and person, so that nobody can shut out a colleague everywhere. */
  private async refusalAt(
    source: string,
    who: string,
    pinHash: string | null,
    pin: string,
    wrong: string,
  ): Promise<Refusal | null> {
    const { tries, clock } = this.dependencies;
    // Counted before it is verified: guesses that come at once count as well.
    if (!(await tries.take({ source, who }, clock.now(), ALLOWED))) {
      return refuse('PIN_LOCKED', 'Too many wrong PINs. Wait 15 minutes, or ask your manager.');
    }
    if (!(await verifyPassword(pinHash, pin.slice(0, MAX_LENGTH)))) return refuse('WRONG_PIN', wrong);
    await tries.forgive({ source, who });
    return null;
  }
}
