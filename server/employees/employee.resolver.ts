import { Arg, Args, Authorized, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Role } from '../caller.js';
import { AddEmployeeInput, EmployeesArgs, UpdateEmployeeInput } from './employee.input.js';
import type { Employee, EmployeeService } from './employee.service.js';
import { EmployeeConnection, EmployeeType } from './employee.type.js';

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
  @Mutation(() => EmployeeType, {
    description:
      'Adds somebody without a face: who does not agree to face recognition checks in and out by PIN or badge.',
  })
  addEmployee(@Arg('input') input: AddEmployeeInput): Promise<EmployeeType> {
    return this.service.add(input);
  }

  @Authorized<Role>('MANAGER')
  @Mutation(() => EmployeeType)
  updateEmployee(@Arg('id', () => ID) id: string, @Arg('input') input: UpdateEmployeeInput): Promise<EmployeeType> {
    return this.service.update(id, input);
  }

  @Authorized<Role>('MANAGER')
  @Mutation(() => EmployeeType, {
    description:
      'Six digits that are not easy to guess; null takes the PIN away. Asked for besides a face that has a look-alike.',
  })
  setEmployeePin(
    @Arg('id', () => ID) id: string,
    @Arg('pin', () => String, { nullable: true }) pin?: string | null,
  ): Promise<EmployeeType> {
    return this.service.setPin(id, pin ?? null);
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
