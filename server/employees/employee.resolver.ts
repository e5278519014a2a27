import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Access } from '../caller.js';
import { scopeOf, type Context } from '../graphql/context.js';
import { AddEmployeeInput, EmployeesArgs, UpdateEmployeeInput } from './employee.input.js';
import type { Employee, EmployeeService } from './employee.service.js';
import { BadgeIssued, EmployeeConnection, EmployeeType } from './employee.type.js';

@Resolver(() => EmployeeType)
export class EmployeeResolver {
  constructor(private readonly service: EmployeeService) {}

  @Authorized<Access>('MANAGER', 'EMPLOYEE', 'EMPLOYEES_READ')
  @Query(() => EmployeeType, { nullable: true, description: 'Null where there is no such employee.' })
  employee(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<EmployeeType | null> {
    return this.service.find(scopeOf(context), id);
  }

  @Authorized<Access>('MANAGER', 'EMPLOYEES_READ')
  @Query(() => EmployeeConnection)
  employees(@Ctx() context: Context, @Args() { search, ...page }: EmployeesArgs): Promise<EmployeeConnection> {
    return this.service.list(scopeOf(context), page, search ?? undefined);
  }

  @Authorized<Access>('MANAGER', 'EMPLOYEES_WRITE')
  @Mutation(() => EmployeeType, {
    description:
      'Adds somebody without a face: who does not agree to face recognition checks in and out by PIN or badge.',
  })
  addEmployee(@Ctx() context: Context, @Arg('input') input: AddEmployeeInput): Promise<EmployeeType> {
    return this.service.add(scopeOf(context), input);
  }

  @Authorized<Access>('MANAGER', 'EMPLOYEES_WRITE')
  @Mutation(() => EmployeeType)
  updateEmployee(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('input') input: UpdateEmployeeInput,
  ): Promise<EmployeeType> {
    return this.service.update(scopeOf(context), id, input);
  }

  @Authorized<Access>('MANAGER')
  @Mutation(() => EmployeeType, {
    description:
      'Six digits that are not easy to guess; null takes the PIN away. Asked for besides a face that has a look-alike, and where a kiosk wants it, with the number alone or a badge.',
  })
  setEmployeePin(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('pin', () => String, { nullable: true }) pin?: string | null,
  ): Promise<EmployeeType> {
    return this.service.setPin(scopeOf(context), id, pin ?? null);
  }

  @Authorized<Access>('MANAGER')
  @Mutation(() => BadgeIssued, { description: 'A badge for somebody; the one before works no more.' })
  issueBadge(@Ctx() context: Context, @Arg('employeeId', () => ID) employeeId: string): Promise<BadgeIssued> {
    return this.service.issueBadge(scopeOf(context), employeeId);
  }

  @Authorized<Access>('MANAGER')
  @Mutation(() => EmployeeType, { description: 'Makes their badge worthless, as one that was lost.' })
  withdrawBadge(@Ctx() context: Context, @Arg('employeeId', () => ID) employeeId: string): Promise<EmployeeType> {
    return this.service.withdrawBadge(scopeOf(context), employeeId);
  }

  @Authorized<Access>('MANAGER', 'EMPLOYEES_READ')
  @FieldResolver(() => Boolean, { description: 'Whether they have a badge.' })
  hasBadge(@Root() employee: Employee): boolean {
    return employee.badgeHash !== null;
  }

  @Authorized<Access>('MANAGER', 'EMPLOYEES_READ')
  @FieldResolver(() => Boolean, { description: 'Whether a PIN is set.' })
  hasPin(@Root() employee: Employee): boolean {
    return employee.pinHash !== null;
  }

  @FieldResolver(() => String, { description: 'The name of their department.' })
  department(@Root() employee: Employee): string {
    return employee.department.name;
  }
}
