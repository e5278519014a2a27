import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Access, Caller } from '../caller.js';
import { callerOf, type Context } from '../graphql/context.js';
import { AccountSessionType, OwnAccount } from './account.type.js';
import type { OwnAccountService } from './own-account.service.js';
import { AddPasskeyArgs, PasskeySetUp, RemovePasskeyArgs, SecondFactorAdded, TotpSetUp } from './own-account.type.js';
import { ownOrigin } from './own-origin.js';

const PASSWORD = { description: 'The present one; anything where the account has none.' };

/** What everybody may do with their own account. A session alone changes no password and no factor: the password does. */
@Resolver(() => OwnAccount)
export class OwnAccountResolver {
  constructor(private readonly dependencies: { own: OwnAccountService; publicUrl: string | null }) {}

  @Authorized<Access>('ACCOUNT')
  @Query(() => OwnAccount)
  account(@Ctx() context: Context): Promise<OwnAccount> {
    return this.dependencies.own.read(signedIn(context));
  }

  @FieldResolver(() => [AccountSessionType], { description: 'Newest first; 20 at most.' })
  sessions(@Root() { id }: OwnAccount): Promise<AccountSessionType[]> {
    return this.dependencies.own.listSessions(id);
  }

  @Authorized<Access>('ACCOUNT')
  @Mutation(() => Boolean, { description: 'Ends the other sessions. FORBIDDEN where the present password is wrong.' })
  async changePassword(
    @Ctx() context: Context,
    @Arg('password', PASSWORD) password: string,
    @Arg('newPassword', { description: '12 to 200 characters.' }) newPassword: string,
  ): Promise<boolean> {
    await this.dependencies.own.changePassword(signedIn(context), password, newPassword);
    return true;
  }

  @Authorized<Access>('ACCOUNT')
  @Mutation(() => Boolean, { description: "Ends one of one's own sessions, and its live connections." })
  async endSession(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    await this.dependencies.own.endSession(signedIn(context), id);
    return true;
  }

  @Authorized<Access>('ACCOUNT')
  @Mutation(() => Boolean, { description: "Ends one's own sessions but this one." })
  async endOtherSessions(@Ctx() context: Context): Promise<boolean> {
    await this.dependencies.own.endOtherSessions(signedIn(context));
    return true;
  }

  @Authorized<Access>('ACCOUNT')
  @Mutation(() => TotpSetUp, { description: 'FORBIDDEN where the password is wrong.' })
  beginTotp(@Ctx() context: Context, @Arg('password', PASSWORD) password: string): Promise<TotpSetUp> {
    return this.dependencies.own.beginTotp(signedIn(context), password);
  }

  @Authorized<Access>('ACCOUNT')
  @Mutation(() => SecondFactorAdded, { description: 'BAD_USER_INPUT for a wrong code.' })
  confirmTotp(
    @Ctx() context: Context,
    @Arg('token') token: string,
    @Arg('code') code: string,
  ): Promise<SecondFactorAdded> {
    return this.dependencies.own.confirmTotp(signedIn(context), token, code);
  }

  @Authorized<Access>('ACCOUNT')
  @Mutation(() => Boolean, { description: 'CONFLICT where it is the last factor of a role that must have one.' })
  async removeTotp(@Ctx() context: Context, @Arg('password', PASSWORD) password: string): Promise<boolean> {
    await this.dependencies.own.removeTotp(signedIn(context), password);
    return true;
  }

  @Authorized<Access>('ACCOUNT')
  @Mutation(() => PasskeySetUp, { description: 'FORBIDDEN where the password is wrong.' })
  beginPasskey(@Ctx() context: Context, @Arg('password', PASSWORD) password: string): Promise<PasskeySetUp> {
    const origin = ownOrigin(this.dependencies.publicUrl, context.origin);
    return this.dependencies.own.beginPasskey(signedIn(context), password, origin);
  }

  @Authorized<Access>('ACCOUNT')
  @Mutation(() => SecondFactorAdded, { description: "BAD_USER_INPUT where the browser's answer proves nothing." })
  addPasskey(@Ctx() context: Context, @Args() args: AddPasskeyArgs): Promise<SecondFactorAdded> {
    return this.dependencies.own.addPasskey(signedIn(context), args);
  }

  @Authorized<Access>('ACCOUNT')
  @Mutation(() => Boolean, { description: 'CONFLICT where it is the last factor of a role that must have one.' })
  async removePasskey(@Ctx() context: Context, @Args() { id, password }: RemovePasskeyArgs): Promise<boolean> {
    await this.dependencies.own.removePasskey(signedIn(context), password, id);
    return true;
  }

  @Authorized<Access>('ACCOUNT')
  @Mutation(() => [String], { description: 'Ten new ones, shown this once; the old ones are worthless.' })
  renewRecoveryCodes(@Ctx() context: Context, @Arg('password', PASSWORD) password: string): Promise<string[]> {
    return this.dependencies.own.renewRecoveryCodes(signedIn(context), password);
  }
}

const signedIn = (context: Context) => callerOf(context) as Caller & { sessionId: string };
