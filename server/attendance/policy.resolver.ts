import { Arg, Args, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { conflictOr, DeletionResult } from '../graphql/conflict.type.js';
import { callerOf, scopeOf, type Context } from '../graphql/context.js';
import { PageArgs } from '../graphql/page.type.js';
import type { Page } from '../paging.js';
import type { PolicyChangeService } from './policy-change.service.js';
import type { PolicyService } from './policy.service.js';
import {
  CreatePolicyResult,
  PolicyApplied,
  PolicyAssignmentConnection,
  PolicyAssignmentType,
  PolicyChangeInput,
  PolicyConnection,
  PolicyInput,
  PolicyPreview,
  type PolicyType,
} from './policy.type.js';

const SHOWN = 1000;

@Resolver()
export class PolicyResolver {
  constructor(
    private readonly service: PolicyService,
    private readonly changes: PolicyChangeService,
  ) {}

  @Authorized<Access>('MANAGER', 'ATTENDANCE_READ')
  @Query(() => PolicyConnection)
  policies(@Args() page: PageArgs): Promise<Page<PolicyType>> {
    return this.service.list(page);
  }

  @Authorized<Access>('MANAGER', 'ATTENDANCE_READ')
  @Query(() => PolicyAssignmentConnection)
  policyAssignments(@Ctx() context: Context, @Args() page: PageArgs): Promise<Page<PolicyAssignmentType>> {
    return this.service.listAssignments(scopeOf(context), page);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => CreatePolicyResult)
  createPolicy(@Arg('input') input: PolicyInput): Promise<typeof CreatePolicyResult> {
    return conflictOr(this.service.create(input));
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => DeletionResult, { description: 'One that holds or held for somebody stays.' })
  deletePolicy(@Arg('id', () => ID) id: string): Promise<typeof DeletionResult> {
    return conflictOr(this.service.remove(id).then(() => ({ id })));
  }

  @Authorized<Access>('MANAGER')
  @Query(() => PolicyPreview, { description: 'Which day records would change. Nothing is changed.' })
  async previewPolicyChange(@Ctx() context: Context, @Arg('input') input: PolicyChangeInput): Promise<PolicyPreview> {
    const found = await this.changes.preview(scopeOf(context), input);
    return {
      days: new Set(found.map(({ employeeId, date }) => `${employeeId} ${date}`)).size,
      employees: new Set(found.map(({ employeeId }) => employeeId)).size,
      differences: found.slice(0, SHOWN).map(({ before, after, ...each }) => ({
        ...each,
        before: before === null ? null : String(before),
        after: after === null ? null : String(after),
      })),
    };
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => PolicyApplied, { description: 'Puts the policy into force and brings the day records up to date.' })
  applyPolicyChange(@Arg('input') input: PolicyChangeInput, @Ctx() context: Context): Promise<PolicyApplied> {
    return this.changes.apply(input, callerOf(context).source);
  }
}
