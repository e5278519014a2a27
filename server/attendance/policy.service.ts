import { z } from 'zod';
import { newId } from '../ids.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import { noSuch, refuseInUse } from '../row-errors.js';
import type { Scope } from '../scope.js';
import { parseInput } from '../validate.js';
import { policyInput } from './policy-input.js';
import type { PolicyAssignmentRow, PolicyRepository, PolicyRow } from './policy.repository.js';

const nameKey = z.tuple([z.string()]);
const idKey = z.tuple([z.string()]);

/** Policies. None is ever changed: another one is made, and applied from a date on. */
export class PolicyService {
  constructor(private readonly dependencies: { policies: PolicyRepository }) {}

  /** In order of names. Throws BAD_USER_INPUT for a page that is off. */
  list(request: PageRequest): Promise<Page<PolicyRow>> {
    const keyOf = ({ name }: PolicyRow): [string] => [name];
    return readPage(request, nameKey, keyOf, (take, after) =>
      this.dependencies.policies.list(take, after?.[0] ?? null),
    );
  }

  /** For whom policies hold, newest first. Throws BAD_USER_INPUT for a page that is off. */
  listAssignments(scope: Scope, request: PageRequest): Promise<Page<PolicyAssignmentRow>> {
    const keyOf = ({ id }: PolicyAssignmentRow): [string] => [id];
    return readPage(request, idKey, keyOf, (take, after) =>
      this.dependencies.policies.listAssignments(scope, take, after?.[0] ?? null),
    );
  }

  /** What is not given is as where nothing was agreed. Throws BAD_USER_INPUT, or CONFLICT for a name that is taken. */
  async create(input: unknown): Promise<PolicyRow> {
    return this.dependencies.policies.create({ id: newId(), ...parseInput(policyInput, input) });
  }

  /** Throws NOT_FOUND, or CONFLICT for one that holds or held for somebody. */
  async remove(id: string): Promise<void> {
    const { policies } = this.dependencies;
    const policy = await policies.find(id);
    if (!policy) throw noSuch('policy');
    refuseInUse('policy', policy.name, [{ kind: 'assignment', count: await policies.countAssignments(id) }]);
    await policies.remove(id);
  }
}
