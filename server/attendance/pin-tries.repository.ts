import type { Database } from '../database/database.js';

/** Whom somebody claims to be, at which device. */
export interface Tried {
  source: string;
  /** An employee's id, or a number that nobody has. */
  who: string;
}

interface Allowed {
  ofPerson: number;
  atDevice: number;
  pauseMs: number;
}

/** Wrong PINs, kept so that a restart gives nobody new tries. */
export class PinTriesRepository {
  constructor(private readonly database: Database) {}

  /** Counts a try as a wrong one; false, and nothing counted, where too many were wrong before. Forgets old ones. */
  take({ source, who }: Tried, now: Date, { ofPerson, atDevice, pauseMs }: Allowed): Promise<boolean> {
    const personKey = personKeyOf({ source, who });
    const until = new Date(now.getTime() - pauseMs);
    return this.database.write(async ({ pinTries }) => {
      await pinTries.deleteMany({ where: { since: { lte: until } } });
      const rows = await pinTries.findMany({ where: { key: { in: [source, personKey] } } });
      const wrong = new Map(rows.map((row) => [row.key, row.wrong]));
      if ((wrong.get(personKey) ?? 0) >= ofPerson || (wrong.get(source) ?? 0) >= atDevice) return false;
      const onceMore = { wrong: { increment: 1 } };
      const first = { wrong: 1, since: now };
      await pinTries.upsert({ where: { key: source }, create: { key: source, ...first }, update: onceMore });
      await pinTries.upsert({
        where: { key: personKey },
        create: { key: personKey, ...first },
        update: { ...onceMore, since: now },
      });
      return true;
    });
  }

  /** The try was right: the person begins anew at this device, which had one wrong try less. */
  async forgive({ source, who }: Tried): Promise<void> {
    await this.database.write(async ({ pinTries }) => {
      await pinTries.deleteMany({ where: { key: personKeyOf({ source, who }) } });
      await pinTries.updateMany({ where: { key: source, wrong: { gt: 0 } }, data: { wrong: { decrement: 1 } } });
    });
  }
}

const personKeyOf = ({ source, who }: Tried): string => `${source} ${who}`;
