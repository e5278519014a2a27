/** For whom something is agreed, as the fields of a form hold it. */
export interface ScopeFields {
  kind: 'site' | 'department' | 'employee';
  siteId: string | null;
  departmentId: string | null;
  employeeId: string | null;
}

interface Scoped {
  site?: { id: string } | null;
  department?: { id: string } | null;
  employee?: { id: string } | null;
}

/** A site where nothing is chosen yet. */
export function scopeFields(scoped: Scoped | null): ScopeFields {
  const { site, department, employee } = scoped ?? {};
  return {
    kind: employee ? 'employee' : department ? 'department' : 'site',
    siteId: site?.id ?? null,
    departmentId: department?.id ?? null,
    employeeId: employee?.id ?? null,
  };
}

/** The one id that is sent; null while none is chosen. */
export function readScope({ kind, siteId, departmentId, employeeId }: ScopeFields): Record<string, string> | null {
  const chosen = { site: { siteId }, department: { departmentId }, employee: { employeeId } }[kind];
  const [entry] = Object.entries(chosen);
  return entry?.[1] ? { [entry[0]]: entry[1] } : null;
}
