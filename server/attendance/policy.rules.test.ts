import { describe, expect, it } from 'vitest';
import { createPolicyOn, DEFAULT_POLICY, type PolicyAssignment } from './policy.rules.js';

const ana = { id: 'ana', departmentId: 'sales' };
const strict = { ...DEFAULT_POLICY, id: 'strict' };
const fallback = { ...DEFAULT_POLICY, id: 'site' };
const march: PolicyAssignment = {
  id: 'a',
  policyId: 'strict',
  scope: 'DEPARTMENT',
  scopeId: 'sales',
  from: '2026-03-16',
  to: '2026-03-31',
};

describe('createPolicyOn', () => {
  const policyOn = createPolicyOn([strict], [march], fallback, 'berlin', ana);

  it.each([
    ['2026-03-15', 'site'],
    ['2026-03-16', 'strict'],
    ['2026-03-31', 'strict'],
    ['2026-04-01', 'site'],
  ])('on %s it is %s', (date, id) => {
    expect(policyOn(date).id).toBe(id);
  });

  it('refuses an assignment of a policy that is not there', () => {
    expect(() => createPolicyOn([], [march], fallback, 'berlin', ana)('2026-03-16')).toThrow('strict');
  });
});
