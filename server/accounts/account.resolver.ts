import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Access } from '../caller.js';
import { callerOf, type Context } from '../graphql/context.js';
import { PageArgs } from '../graphql/page.type.js';
import type { Page } from '../paging.js';
import type { AccountService, User } from './account.service.js';
import {
  AccountSessionType,
  CreateUserInput,
  PasswordLink,
  UserConnection,
  UserRightsInput,
  UserType,
  Viewer,
} from './account.type.js';
import type { PasswordService } from './password.service.js';
import type { SecondFactorService } from './second-factor.service.js';
import type { SessionService } from './session.service.js';

/** What administrators do with accounts. */
@Resolver(() => UserType)
export class AccountResolver {
  constructor(
    private readonly dependencies: {
      accounts: AccountService;
      sessions: SessionService;
      passwords: PasswordService;
      secondFactors: SecondFactorService;
    },
  ) {}

  @Authorized<Access>('ACCOUNT', 'INTEGRATOR', 'KIOSK')
  @Query(() => Viewer)
  viewer(@Ctx() context: Context): Viewer {
    const caller = callerOf(context);
    return { ...caller, identification: caller.kiosk?.identification ?? 'FACE_OR_PIN' };
  }

  @Authorized<Access>('ADMIN')
  @Query(() => UserConnection)
  users(@Args() page: PageArgs): Promise<Page<UserType>> {
    return this.dependencies.accounts.list(page);
  }

  @Authorized<Access>('ADMIN')
  @Query(() => UserType)
  user(@Arg('id', () => ID) id: string): Promise<UserType> {
    return this.dependencies.accounts.get(id);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => UserType, { description: 'CONFLICT where the e-mail address, or the employee, has an account.' })
  createUser(@Arg('input') input: CreateUserInput): Promise<UserType> {
    return this.dependencies.accounts.createUser(input);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => UserType, { description: "Ends the account's sessions. CONFLICT for the last administrator." })
  setUserRights(@Arg('id', () => ID) id: string, @Arg('input') input: UserRightsInput): Promise<UserType> {
    return this.dependencies.accounts.setRights(id, input);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => UserType, {
    description: 'Closes an account and ends its sessions, or opens it again. CONFLICT for the last administrator.',
  })
  setUserDisabled(@Arg('id', () => ID) id: string, @Arg('disabled') disabled: boolean): Promise<UserType> {
    return this.dependencies.accounts.setDisabled(id, disabled);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => PasswordLink, {
    description: 'For somebody to choose a password, once, within a day. A new link ends the one before.',
  })
  createPasswordLink(@Arg('userId', () => ID) userId: string): Promise<PasswordLink> {
    return this.dependencies.passwords.createLink(userId);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => UserType, {
    description: 'For somebody who lost theirs: takes passkeys, codes and recovery codes away and ends their sessions.',
  })
  async removeSecondFactors(@Arg('userId', () => ID) userId: string): Promise<UserType> {
    const user = await this.dependencies.accounts.get(userId);
    await this.dependencies.secondFactors.removeAll(user.id);
    return this.dependencies.accounts.get(userId);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => Boolean, { description: "Ends anybody's session, and its live connections." })
  async endUserSession(@Arg('id', () => ID) id: string): Promise<boolean> {
    await this.dependencies.sessions.end(id, null);
    return true;
  }

  @FieldResolver(() => [String], { description: 'The names of the departments of a MANAGER, in order.' })
  departments(@Root() user: User): string[] {
    return user.departments.map(({ department }) => department.name);
  }

  @FieldResolver(() => [ID], { description: 'Their ids, in the same order.' })
  departmentIds(@Root() user: User): string[] {
    return user.departments.map(({ departmentId }) => departmentId);
  }

  @FieldResolver(() => Boolean, {
    description: 'False before the first link was used, and for who signs in elsewhere.',
  })
  hasPassword(@Root() user: User): boolean {
    return user.passwordHash !== null;
  }

  @FieldResolver(() => Boolean)
  hasSecondFactor(@Root() user: User): boolean {
    return user.totpSealed !== null || user._count.passkeys > 0;
  }

  @FieldResolver(() => [AccountSessionType], { description: 'Newest first; 20 at most.' })
  sessions(@Root() user: User): Promise<AccountSessionType[]> {
    return this.dependencies.sessions.list(user.id);
  }
}
