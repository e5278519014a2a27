import type { Database } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { rowsInGroups } from '../in-groups.js';
import { noSuch } from '../row-errors.js';

const relations = {
  departments: { include: { department: true }, orderBy: { department: { name: 'asc' } } },
} as const;

export type ApiKeyRow = Prisma.ApiKeyGetPayload<{ include: typeof relations }>;

export class ApiKeyRepository {
  /** Those that are used at the same time are looked up together. */
  readonly findByTokenHash = rowsInGroups<ApiKeyRow>(
    (hashes) => this.database.read.apiKey.findMany({ where: { tokenHash: { in: hashes } }, include: relations }),
    ({ tokenHash }) => tokenHash,
  );

  constructor(private readonly database: Database) {}

  /** Newest first. */
  list(take: number, afterId: string | null): Promise<ApiKeyRow[]> {
    return this.database.read.apiKey.findMany({
      ...(afterId && { where: { id: { lt: afterId } } }),
      orderBy: { id: 'desc' },
      take,
      include: relations,
    });
  }

  /** Throws NOT_FOUND for a department that is not there. */
  create(
    key: Omit<ApiKeyRow, 'lastUsedAt' | 'revokedAt' | 'departments'>,
    departmentIds: readonly string[],
  ): Promise<ApiKeyRow> {
    return this.database.write(async (transaction) => {
      const found = await transaction.department.count({ where: { id: { in: [...departmentIds] } } });
      if (found < departmentIds.length) throw noSuch('department');
      const departments = { create: departmentIds.map((departmentId) => ({ departmentId })) };
      return transaction.apiKey.create({ data: { ...key, departments }, include: relations });
    });
  }

  /** Null where there is no such key. The first revocation counts. */
  revoke(id: string, revokedAt: Date): Promise<ApiKeyRow | null> {
    return this.database.write(async (transaction) => {
      await transaction.apiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt } });
      return transaction.apiKey.findUnique({ where: { id }, include: relations });
    });
  }

  async markUsed(id: string, lastUsedAt: Date): Promise<void> {
    await this.database.write((transaction) => transaction.apiKey.updateMany({ where: { id }, data: { lastUsedAt } }));
  }
}
