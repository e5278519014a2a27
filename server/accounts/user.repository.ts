import { isUniqueViolation, type Database, type Transaction } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { DomainError } from '../errors.js';
import { noSuch } from '../row-errors.js';

/** What is read with every account. */
const relations = {
  departments: { include: { department: true }, orderBy: { department: { name: 'asc' } } },
  employee: { include: { department: true, site: true } },
  _count: { select: { passkeys: true, recovery: true } },
} as const;

const signingIn = { id: true, email: true, passwordHash: true, oidcSubject: true, disabledAt: true } as const;

export type SigningIn = Prisma.UserGetPayload<{ select: typeof signingIn }>;
export type User = Prisma.UserGetPayload<{ include: typeof relations }>;
export type NewUser = Pick<User, 'id' | 'email' | 'passwordHash' | 'role' | 'createdAt'> & {
  employeeId?: string | null;
  oidcSubject?: string | null;
  departmentIds?: readonly string[];
};
/** What an account may do and for whom; what is undefined stays. */
export interface Rights {
  role?: User['role'] | undefined;
  departmentIds?: readonly string[] | undefined;
  employeeId?: string | null | undefined;
}

export class UserRepository {
  constructor(private readonly database: Database) {}

  async hasAny(): Promise<boolean> {
    return (await this.database.read.user.findFirst({ select: { id: true } })) !== null;
  }

  async hasTotp(): Promise<boolean> {
    return (await this.database.read.user.findFirst({ where: { totpSealed: { not: null } } })) !== null;
  }

  find(id: string): Promise<User | null> {
    return this.database.read.user.findUnique({ where: { id }, include: relations });
  }

  /** In one query, so that it takes as long for an address that nobody has. */
  findForSignIn(email: string): Promise<SigningIn | null> {
    return this.database.read.user.findUnique({ where: { email }, select: signingIn });
  }

  findByOidcSubject(oidcSubject: string): Promise<SigningIn | null> {
    return this.database.read.user.findUnique({ where: { oidcSubject }, select: signingIn });
  }

  /** Creates the first account. False where there is one already, whoever was first. */
  createFirst(user: NewUser): Promise<boolean> {
    return this.database.write(async (transaction) => {
      if ((await transaction.user.count()) > 0) return false;
      await transaction.user.create({ data: user });
      return true;
    });
  }

  /** Null where the address, or the employee, has an account. Throws NOT_FOUND for a department or employee. */
  async create({ departmentIds = [], ...user }: NewUser): Promise<User | null> {
    try {
      return await this.database.write(async (transaction) => {
        await refuseMissing(transaction, departmentIds, user.employeeId);
        const departments = { create: departmentIds.map((departmentId) => ({ departmentId })) };
        return transaction.user.create({ data: { ...user, departments }, include: relations });
      });
    } catch (error) {
      if (isUniqueViolation(error)) return null;
      throw error;
    }
  }

  /** Newest first. */
  list(take: number, afterId: string | null): Promise<User[]> {
    return this.database.read.user.findMany({
      ...(afterId && { where: { id: { lt: afterId } } }),
      orderBy: { id: 'desc' },
      take,
      include: relations,
    });
  }

  /**
   * Changes what an account may do, and ends its sessions: who is signed in keeps no right that was taken. Throws NOT_FOUND,
   * or CONFLICT for the last administrator and for an employee who has an account.
   */
  async setRights(id: string, { departmentIds, ...rights }: Rights): Promise<User> {
    try {
      return await this.database.write(async (transaction) => {
        await getUser(transaction, id);
        await refuseMissing(transaction, departmentIds ?? [], rights.employeeId);
        if (rights.role && rights.role !== 'ADMIN') await refuseLastAdministrator(transaction, id);
        if (departmentIds) {
          await transaction.managedDepartment.deleteMany({ where: { userId: id } });
          await transaction.managedDepartment.createMany({
            data: departmentIds.map((departmentId) => ({ userId: id, departmentId })),
          });
        }
        await transaction.session.deleteMany({ where: { userId: id } });
        const data = Object.fromEntries(Object.entries(rights).filter(([, value]) => value !== undefined));
        return transaction.user.update({ where: { id }, data, include: relations });
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw new DomainError('CONFLICT', 'This employee has an account already.');
      throw error;
    }
  }

  /** Closes an account and ends its sessions, or opens it again (null). Throws NOT_FOUND, or CONFLICT for the last administrator. */
  setDisabled(id: string, disabledAt: Date | null): Promise<User> {
    return this.database.write(async (transaction) => {
      await getUser(transaction, id);
      if (disabledAt) {
        await refuseLastAdministrator(transaction, id);
        await transaction.session.deleteMany({ where: { userId: id } });
        await transaction.passwordReset.deleteMany({ where: { userId: id } });
      }
      return transaction.user.update({ where: { id }, data: { disabledAt }, include: relations });
    });
  }

  /** Sets a password, ends every session but one (null: all) and forgets the devices and the link of the old one. */
  async setPassword(id: string, passwordHash: string, exceptSessionId: string | null): Promise<void> {
    await this.database.write(async (transaction) => {
      await transaction.user.update({ where: { id }, data: { passwordHash } });
      await endSessions(transaction, id, exceptSessionId);
    });
  }

  /** Sets the password of whom a link was made for, once. False where the link is unknown, used or has run out. */
  async usePasswordLink(tokenHash: string, passwordHash: string, now: Date): Promise<boolean> {
    return this.database.write(async (transaction) => {
      const link = await transaction.passwordReset.findUnique({ where: { tokenHash } });
      if (!link || link.expiresAt <= now) return false;
      await transaction.user.update({ where: { id: link.userId }, data: { passwordHash } });
      await endSessions(transaction, link.userId, null);
      return true;
    });
  }

  async isPasswordLink(tokenHash: string, now: Date): Promise<boolean> {
    const link = await this.database.read.passwordReset.findUnique({ where: { tokenHash } });
    return link !== null && link.expiresAt > now;
  }

  /** A new link takes the place of the one before. */
  async createPasswordLink(link: { userId: string; tokenHash: string; expiresAt: Date }): Promise<void> {
    const { userId, ...rest } = link;
    await this.database.write((transaction) =>
      transaction.passwordReset.upsert({ where: { userId }, create: link, update: rest }),
    );
  }

  /** False where somebody else is bound to the subject. */
  async bindOidcSubject(id: string, oidcSubject: string): Promise<boolean> {
    try {
      const { count } = await this.database.write((transaction) =>
        transaction.user.updateMany({ where: { id, oidcSubject: null }, data: { oidcSubject } }),
      );
      return count > 0;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }
}

async function getUser(transaction: Transaction, id: string): Promise<void> {
  if (!(await transaction.user.findUnique({ where: { id }, select: { id: true } }))) throw noSuch('account');
}

async function endSessions(transaction: Transaction, userId: string, exceptId: string | null): Promise<void> {
  await transaction.session.deleteMany({ where: { userId, ...(exceptId && { id: { not: exceptId } }) } });
  await transaction.knownDevice.deleteMany({ where: { userId } });
  await transaction.passwordReset.deleteMany({ where: { userId } });
}

async function refuseLastAdministrator(transaction: Transaction, id: string): Promise<void> {
  const administrators = await transaction.user.findMany({
    where: { role: 'ADMIN', disabledAt: null },
    select: { id: true },
    take: 2,
  });
  if (administrators.length === 1 && administrators[0]!.id === id) {
    throw new DomainError('CONFLICT', 'This is the last administrator. Make another one first.');
  }
}

async function refuseMissing(
  transaction: Transaction,
  departmentIds: readonly string[],
  employeeId: string | null | undefined,
): Promise<void> {
  const found = await transaction.department.count({ where: { id: { in: [...departmentIds] } } });
  if (found < departmentIds.length) throw noSuch('department');
  if (employeeId && !(await transaction.employee.findUnique({ where: { id: employeeId } }))) throw noSuch('employee');
}
