import { Arg, Args, Authorized, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Role } from '../caller.js';
import { EmployeesArgs, UpdateEmployeeInput } from './employee.input.js';
import type { Employee, EmployeeService } from './employee.service.js';
import { BadgeIssued, EmployeeConnection, EmployeeType } from './employee.type.js';

@Resolver(() => EmployeeType)
export class EmployeeResolver {
  constructor(private readonly service: EmployeeService) {}

  @Authorized<Role>('MANAGER')
  @Query(() => EmployeeType, { nullable: true, description: 'Null where there is no such employee.' })
  employee(@Arg('id', () => ID) id: string): Promise<EmployeeType | null> {
    return this.service.find(id);
  }

  @Authorized<Role>('MANAGER')
  @Query(() => EmployeeConnection)
  employees(@Args() { search, ...page }: EmployeesArgs): Promise<EmployeeConnection> {
    return this.service.list(page, search ?? undefined);
  }

  @Authorized<Role>('MANAGER')
  @Mutation(() => EmployeeType)
  updateEmployee(@Arg('id', () => ID) id: string, @Arg('input') input: UpdateEmployeeInput): Promise<EmployeeType> {
    return this.service.update(id, input);
  }

  @Authorized<Role>('MANAGER')
  @Mutation(() => EmployeeType, {
    description:
      'Six digits that are not easy to guess; null takes the PIN away. Asked for besides a face that has a look-alike, and where a kiosk wants it, with the number alone or a badge.',
  })
  setEmployeePin(
    @Arg('id', () => ID) id: string,
    @Arg('pin', () => String, { nullable: true }) pin?: string | null,
  ): Promise<EmployeeType> {
    return this.service.setPin(id, pin ?? null);
  }

  @Authorized<Role>('MANAGER')
  @Mutation(() => BadgeIssued, { description: 'A badge for somebody; the one before works no more.' })
  issueBadge(@Arg('employeeId', () => ID) employeeId: string): Promise<BadgeIssued> {
    return this.service.issueBadge(employeeId);
  }

  @Authorized<Role>('MANAGER')
  @Mutation(() => EmployeeType, { description: 'Makes their badge worthless, as one that was lost.' })
  withdrawBadge(@Arg('employeeId', () => ID) employeeId: string): Promise<EmployeeType> {
    return this.service.withdrawBadge(employeeId);
  }

  @Authorized<Role>('MANAGER')
  @FieldResolver(() => Boolean, { description: 'Whether they have a badge.' })
  hasBadge(@Root() employee: Employee): boolean {
    return employee.badgeHash !== null;
  }

  @Authorized<Role>('MANAGER')
  @FieldResolver(() => Boolean, { description: 'Whether a PIN is set.' })
  hasPin(@Root() employee: Employee): boolean {
    return employee.pinHash !== null;
  }

  @FieldResolver(() => String, { description: 'The name of their department.' })
  department(@Root() employee: Employee): string {
    return employee.department.name;
  }
}
