import type { Database } from '../database/database.js';
import type { Kiosk as KioskRow, Prisma, Site } from '../database/generated/client.js';
import { rowsInGroups } from '../in-groups.js';
import { noSuch } from '../row-errors.js';
import { useNumber } from './number-window.rules.js';

export type Kiosk = KioskRow & { site: Site };
/** What somebody sets about a kiosk. */
export type KioskSettings = Pick<
  KioskRow,
  'name' | 'siteId' | 'onlyOwnSite' | 'identification' | 'mayEnrol' | 'liveness'
>;
export type NewKiosk = KioskSettings &
  Pick<KioskRow, 'id' | 'createdAt' | 'tokenHash' | 'pairingCodeHash' | 'pairingExpiresAt'>;
export type Heartbeat = Pick<
  KioskRow,
  'heartbeatAt' | 'camera' | 'appVersion' | 'pendingPunches' | 'batteryPercent' | 'clockOffsetMs'
>;

const withSite = { include: { site: true } } as const;

export class KioskRepository {
  /** Those who send something at the same time are looked up together. */
  readonly findByTokenHash = rowsInGroups<Kiosk>(
    (hashes) => this.database.read.kiosk.findMany({ where: { tokenHash: { in: hashes } }, ...withSite }),
    ({ tokenHash }) => tokenHash,
  );

  constructor(private readonly database: Database) {}

  find(id: string): Promise<Kiosk | null> {
    return this.database.read.kiosk.findUnique({ where: { id }, ...withSite });
  }

  /** Newest first. */
  list(take: number, afterId: string | null): Promise<Kiosk[]> {
    return this.database.read.kiosk.findMany({
      ...(afterId && { where: { id: { lt: afterId } } }),
      orderBy: { id: 'desc' },
      take,
      ...withSite,
    });
  }

  /** At the first site where none is named. Throws NOT_FOUND where there is no such site. */
  create({ siteId, ...kiosk }: Omit<NewKiosk, 'siteId'> & { siteId: string | null }): Promise<Kiosk> {
    return this.database.write(async (transaction) => {
      const site = await transaction.site.findFirst({ where: siteId ? { id: siteId } : {}, orderBy: { id: 'asc' } });
      if (!site) throw noSuch('site');
      return transaction.kiosk.create({ data: { ...kiosk, siteId: site.id }, ...withSite });
    });
  }

  /** Null where there is no such kiosk, or it is revoked. */
  update(id: string, data: Prisma.KioskUpdateManyMutationInput): Promise<Kiosk | null> {
    return this.database.write(async (transaction) => {
      const { count } = await transaction.kiosk.updateMany({ where: { id, revokedAt: null }, data });
      return count === 0 ? null : transaction.kiosk.findUnique({ where: { id }, ...withSite });
    });
  }

  /** Gives the key to the kiosk that waits for this code, which works no more; null where none waits for it. */
  pair(
    pairingCodeHash: string,
    paired: { publicKey: Prisma.InputJsonValue; origin: string; pairedAt: Date },
  ): Promise<Kiosk | null> {
    return this.database.write(async (transaction) => {
      const kiosk = await transaction.kiosk.findFirst({
        where: { pairingCodeHash, pairingExpiresAt: { gt: paired.pairedAt }, revokedAt: null },
      });
      if (!kiosk) return null;
      const fresh = { pairingCodeHash: null, pairingExpiresAt: null, highestNumber: 0, numbersUsed: 0 };
      return transaction.kiosk.update({ where: { id: kiosk.id }, data: { ...paired, ...fresh }, ...withSite });
    });
  }

  /** Uses a number, for good. False where it was used before or is too old to tell. */
  useNumber(id: string, number: number, lastSeenAt: Date): Promise<boolean> {
    return this.database.write(async (transaction) => {
      const { highestNumber, numbersUsed } = await transaction.kiosk.findUniqueOrThrow({ where: { id } });
      const next = useNumber({ highest: highestNumber, used: numbersUsed }, number);
      if (!next) return false;
      const data = { highestNumber: next.highest, numbersUsed: next.used, lastSeenAt };
      await transaction.kiosk.update({ where: { id }, data });
      return true;
    });
  }

  /** Null where there is no such kiosk. The first revocation counts. */
  revoke(id: string, revokedAt: Date): Promise<Kiosk | null> {
    return this.database.write(async (transaction) => {
      const data = { revokedAt, pairingCodeHash: null, pairingExpiresAt: null };
      await transaction.kiosk.updateMany({ where: { id, revokedAt: null }, data });
      return transaction.kiosk.findUnique({ where: { id }, ...withSite });
    });
  }

  async markSeen(id: string, lastSeenAt: Date): Promise<void> {
    await this.database.write((transaction) => transaction.kiosk.updateMany({ where: { id }, data: { lastSeenAt } }));
  }

  /** How many faces a kiosk was shown since an instant, and how many of them were refused. */
  async countFaces(id: string, since: Date): Promise<{ faces: number; refused: number }> {
    const where = { source: `kiosk:${id}`, decidedAt: { gte: since } };
    const [faces, matched] = await Promise.all([
      this.database.read.recognitionDecision.count({ where }),
      this.database.read.recognitionDecision.count({ where: { ...where, outcome: 'MATCHED' } }),
    ]);
    return { faces, refused: faces - matched };
  }
}
