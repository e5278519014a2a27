import type { Clock } from '../clock.js';
import type { Employee } from '../employees/employee.repository.js';
import { verifyPassword } from '../password.js';
import { refuse, type Refusal } from '../refusal.js';

/** So many wrong PINs at one device for one person … */
const MAX_WRONG = 5;
/** … and none is tried for this long. */
const PAUSE_MS = 15 * 60_000;

/** Nothing longer is hashed: one digit more than a PIN has is wrong already. */
const MAX_LENGTH = 7;

interface Tries {
  wrong: number;
  since: number;
}

/** Checks a PIN that is asked for besides a face. Six digits stand up to guessing only if few guesses are allowed. */
export class PinCheck {
  private readonly tries = new Map<string, Tries>();

  constructor(private readonly dependencies: { clock: Clock }) {}

  /** Null when the PIN is right. Wrong ones are counted by device and person, so that nobody can shut out a colleague everywhere. */
  async refusalOf(employee: Employee, pin: string | null, source: string): Promise<Refusal | null> {
    if (!employee.pinHash) {
      return refuse(
        'PIN_MISSING',
        `${employee.name}, your face is much like a colleague's, so a PIN is needed, and you have none yet. Ask your manager for one.`,
      );
    }
    if (pin === null) return refuse('PIN_REQUIRED', `${employee.name}, enter your PIN to go on.`);

    const key = `${source} ${employee.id}`;
    const now = this.dependencies.clock.now().getTime();
    this.forgetOld(now);
    // Counted before it is verified: guesses that come at once count as well.
    const tries = this.tries.get(key) ?? { wrong: 0, since: now };
    if (tries.wrong >= MAX_WRONG) {
      return refuse('PIN_LOCKED', 'Too many wrong PINs. Wait 15 minutes, or ask your manager.');
    }
    this.tries.set(key, { wrong: tries.wrong + 1, since: now });
    if (!(await verifyPassword(employee.pinHash, pin.slice(0, MAX_LENGTH)))) {
      return refuse('WRONG_PIN', 'That PIN is not right. Try again.');
    }
    this.tries.delete(key);
    return null;
  }

  private forgetOld(now: number): void {
    for (const [key, { since }] of this.tries) if (now - since >= PAUSE_MS) this.tries.delete(key);
  }
}
