import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Role } from '../caller.js';
import { callerOf, type Context } from '../graphql/context.js';
import { PageArgs } from '../graphql/page.type.js';
import type { Page } from '../paging.js';
import type { AccountService } from './account.service.js';
import { CreateUserInput, Session, SetUpInput, User, UserConnection, Viewer } from './account.type.js';

@Resolver()
export class AccountResolver {
  constructor(private readonly service: AccountService) {}

  @Authorized<Role>('MANAGER', 'KIOSK')
  @Query(() => Viewer)
  viewer(@Ctx() context: Context): Viewer {
    const caller = callerOf(context);
    return { ...caller, identification: caller.kiosk?.identification ?? 'FACE_OR_PIN' };
  }

  @Query(() => Boolean, { description: 'Open to everybody: whether the first administrator is still to be created.' })
  setUpNeeded(): Promise<boolean> {
    return this.service.isSetUpNeeded();
  }

  @Mutation(() => Session, {
    description: 'Open to everybody: creates the first administrator. CONFLICT once there is one.',
  })
  setUp(@Arg('input') input: SetUpInput): Promise<Session> {
    return this.service.setUp(input);
  }

  @Mutation(() => Session, {
    description: 'Open to everybody. UNAUTHENTICATED when address and password do not match.',
  })
  login(@Arg('email') email: string, @Arg('password') password: string): Promise<Session> {
    return this.service.login(email, password);
  }

  @Authorized<Role>('ADMIN')
  @Query(() => UserConnection)
  users(@Args() page: PageArgs): Promise<Page<User>> {
    return this.service.list(page);
  }

  @Authorized<Role>('ADMIN')
  @Mutation(() => User, { description: 'CONFLICT where the e-mail address is in use.' })
  createUser(@Arg('input') input: CreateUserInput): Promise<User> {
    return this.service.createUser(input);
  }

  @Authorized<Role>('MANAGER')
  @Mutation(() => Boolean, { description: 'Ends the session whose token is sent.' })
  async logout(@Ctx() context: Context): Promise<boolean> {
    await this.service.logout(context.token);
    return true;
  }
}
