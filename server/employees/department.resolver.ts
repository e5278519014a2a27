import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Access } from '../caller.js';
import { conflictOr, DeletionResult } from '../graphql/conflict.type.js';
import { scopeOf, type Context } from '../graphql/context.js';
import { PageArgs } from '../graphql/page.type.js';
import type { Page } from '../paging.js';
import type { DepartmentRow, DepartmentService } from './department.service.js';
import { DepartmentConnection, DepartmentInput, DepartmentResult, DepartmentType } from './department.type.js';

@Resolver(() => DepartmentType)
export class DepartmentResolver {
  constructor(private readonly service: DepartmentService) {}

  @Authorized<Access>('MANAGER', 'KIOSK', 'EMPLOYEES_READ')
  @Query(() => [String], { description: 'The names of the departments, in order; the first 200.' })
  departments(@Ctx() context: Context): Promise<string[]> {
    return this.service.listNames(scopeOf(context));
  }

  @Authorized<Access>('MANAGER', 'EMPLOYEES_READ')
  @Query(() => DepartmentConnection)
  departmentList(@Ctx() context: Context, @Args() page: PageArgs): Promise<Page<DepartmentType>> {
    return this.service.list(scopeOf(context), page);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => DepartmentResult)
  createDepartment(@Arg('input') input: DepartmentInput): Promise<typeof DepartmentResult> {
    return conflictOr(this.service.create(input));
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => DepartmentResult)
  updateDepartment(
    @Arg('id', () => ID) id: string,
    @Arg('input') input: DepartmentInput,
  ): Promise<typeof DepartmentResult> {
    return conflictOr(this.service.rename(id, input));
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => DeletionResult, {
    description: 'One that is in use goes only when `moveTo` says where its people belong.',
  })
  deleteDepartment(
    @Arg('id', () => ID) id: string,
    @Arg('moveTo', () => ID, { nullable: true }) moveTo?: string,
  ): Promise<typeof DeletionResult> {
    return conflictOr(this.service.remove(id, moveTo ?? null).then(() => ({ id })));
  }

  @FieldResolver(() => Int, { description: 'How many people belong to it, active or not.' })
  employeeCount(@Root() department: DepartmentRow): number {
    return department._count.employees;
  }
}
