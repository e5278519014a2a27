import type { Database } from '../database/database.js';
import type { ModelPromotion, ModelVersion, Prisma } from '../database/generated/client.js';
import { ConflictError } from '../errors.js';
import type { ModelCard } from './model-card.js';

export type { ModelPromotion };
export type ModelVersionRow = Omit<ModelVersion, 'card'> & { card: ModelCard };

/** What is in production: the version, and the act that put it there; both null for what comes with the program. */
export interface Production {
  version: ModelVersionRow | null;
  promotion: ModelPromotion | null;
}

const PRODUCTION = 'production';
const CANDIDATE = 'candidate';

export class ModelRepository {
  constructor(private readonly database: Database) {}

  /** Adds a version, which is the candidate from now on. One that is there already only becomes the candidate. */
  async add(row: ModelVersionRow): Promise<void> {
    await this.database.write(async (transaction) => {
      const data = { ...row, card: row.card as unknown as Prisma.InputJsonObject };
      const { id } = row;
      if (!(await transaction.modelVersion.findUnique({ where: { id } }))) {
        await transaction.modelVersion.create({ data });
      }
      const alias = { versionId: id };
      await transaction.modelAlias.upsert({
        where: { name: CANDIDATE },
        create: { name: CANDIDATE, ...alias },
        update: alias,
      });
    });
  }

  async find(id: string): Promise<ModelVersionRow | null> {
    const row = await this.database.read.modelVersion.findUnique({ where: { id } });
    return row && withCard(row);
  }

  /** Newest first. */
  async list(take: number, after: readonly [createdAt: Date, id: string] | null): Promise<ModelVersionRow[]> {
    const rows = await this.database.read.modelVersion.findMany({
      ...(after && {
        where: { OR: [{ createdAt: { lt: after[0] } }, { createdAt: after[0], id: { lt: after[1] } }] },
      }),
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take,
    });
    return rows.map(withCard);
  }

  async findCandidateId(): Promise<string | null> {
    return (await this.database.read.modelAlias.findUnique({ where: { name: CANDIDATE } }))?.versionId ?? null;
  }

  /** The id of the act that put there what is in production; null where none did. */
  async findPromotionId(): Promise<string | null> {
    return (await this.database.read.modelAlias.findUnique({ where: { name: PRODUCTION } }))?.promotionId ?? null;
  }

  async findProduction(): Promise<Production> {
    const promotionId = await this.findPromotionId();
    const promotion = promotionId ? await this.findPromotion(promotionId) : null;
    return { promotion, version: promotion?.versionId ? await this.find(promotion.versionId) : null };
  }

  findPromotion(id: string): Promise<ModelPromotion | null> {
    return this.database.read.modelPromotion.findUnique({ where: { id } });
  }

  /** Puts a version into production. Throws CONFLICT where `before` is not what put the present one there. */
  async promote(promotion: ModelPromotion, before: string | null): Promise<void> {
    await this.database.write(async (transaction) => {
      const present = await transaction.modelAlias.findUnique({ where: { name: PRODUCTION } });
      if ((present?.promotionId ?? null) !== before) {
        throw new ConflictError('DECIDED_ALREADY', 'Another version went into production just now. Look again.');
      }
      await transaction.modelPromotion.create({ data: promotion });
      const alias = { versionId: promotion.versionId, promotionId: promotion.id };
      await transaction.modelAlias.upsert({
        where: { name: PRODUCTION },
        create: { name: PRODUCTION, ...alias },
        update: alias,
      });
    });
  }
}

const withCard = (row: ModelVersion): ModelVersionRow => ({ ...row, card: row.card as unknown as ModelCard });
