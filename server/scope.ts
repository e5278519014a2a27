/**
 * Whose records a caller may see and change. Repositories put it into their queries as a filter, so that pages, counts and
 * cursors know nothing of anybody else.
 */
export type Scope =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'departments'; readonly ids: readonly string[] }
  | { readonly kind: 'employee'; readonly id: string }
  | { readonly kind: 'nobody' };

export const EVERYBODY: Scope = { kind: 'everybody' };
export const NOBODY: Scope = { kind: 'nobody' };

/** As a condition on employees. */
export function employeesIn(scope: Scope): { id?: string | { in: string[] }; departmentId?: { in: string[] } } {
  switch (scope.kind) {
    case 'everybody':
      return {};
    case 'departments':
      return { departmentId: { in: [...scope.ids] } };
    case 'employee':
      return { id: scope.id };
    case 'nobody':
      return { id: { in: [] } };
  }
}

/** As a condition on rows that belong to an employee. Without one where everybody is meant: no join is made in vain. */
export const ofEmployeesIn = (scope: Scope): { employee?: ReturnType<typeof employeesIn> } =>
  scope.kind === 'everybody' ? {} : { employee: employeesIn(scope) };

/** As a condition on departments: those whose people are all in the scope. */
export function departmentsIn(scope: Scope): { id?: { in: string[] } } {
  if (scope.kind === 'everybody') return {};
  return { id: { in: scope.kind === 'departments' ? [...scope.ids] : [] } };
}

/** As a condition on what holds for a site, a department or an employee: what holds for a site concerns everybody there. */
export function placesIn(scope: Scope) {
  if (scope.kind === 'everybody') return {};
  return {
    OR: [{ siteId: { not: null } }, { department: departmentsIn(scope) }, { employee: employeesIn(scope) }],
  };
}

/** Whether people of this department may be added or moved there. */
export const includesDepartment = (scope: Scope, departmentId: string): boolean =>
  scope.kind === 'everybody' || (scope.kind === 'departments' && scope.ids.includes(departmentId));

/** Whether this employee is in the scope. */
export function includesEmployee(scope: Scope, employee: { id: string; departmentId: string }): boolean {
  return scope.kind === 'employee' ? scope.id === employee.id : includesDepartment(scope, employee.departmentId);
}
