import { Arg, Args, Authorized, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Role } from '../caller.js';
import { EmployeesArgs, UpdateEmployeeInput } from './employee.input.js';
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
  @Mutation(() => EmployeeType)
  updateEmployee(@Arg('id', () => ID) id: string, @Arg('input') input: UpdateEmployeeInput): Promise<EmployeeType> {
    return this.service.update(id, input);
  }

  @FieldResolver(() => String, { description: 'The name of their department.' })
  department(@Root() employee: Employee): string {
    return employee.department.name;
  }
}
