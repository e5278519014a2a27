import { describe, expect, it } from 'vitest';
import { readScope, scopeFields } from './scope-form';

describe('a scope', () => {
  it('sends the id of the kind that is chosen alone', () => {
    const fields = { kind: 'department' as const, siteId: 's1', departmentId: 'd1', employeeId: null };
    expect(readScope(fields)).toEqual({ departmentId: 'd1' });
    expect(readScope({ ...fields, kind: 'site' })).toEqual({ siteId: 's1' });
    expect(readScope({ ...fields, kind: 'employee' })).toBeNull();
  });

  it('is taken as it was saved', () => {
    expect(readScope(scopeFields({ employee: { id: 'e1' } }))).toEqual({ employeeId: 'e1' });
    expect(readScope(scopeFields({ site: null, department: { id: 'd1' } }))).toEqual({ departmentId: 'd1' });
    expect(readScope(scopeFields(null))).toBeNull();
  });
});
