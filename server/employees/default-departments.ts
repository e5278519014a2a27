/** What a new installation begins with; every one can be renamed or removed. */
export const DEFAULT_DEPARTMENTS = [
  'Production',
  'Logistics',
  'Sales',
  'Marketing',
  'Finance',
  'Human Resources',
  'IT',
  'Management',
] as const;
