import type { EmployeeDetails } from '../employees/employee-details.js';

/** The people of the demo company. All names are invented. */
export const demoRoster: readonly EmployeeDetails[] = [
  { name: 'Amara Lindqvist', position: 'Plant manager', department: 'Production' },
  { name: 'Tobias Okafor', position: 'Machine operator', department: 'Production' },
  { name: 'Mei Castellanos', position: 'Shift lead', department: 'Production' },
  { name: 'Jonas Varga', position: 'Warehouse clerk', department: 'Logistics' },
  { name: 'Priya Halvorsen', position: 'Dispatcher', department: 'Logistics' },
  { name: 'Élodie Nakamura', position: 'Account manager', department: 'Sales' },
  { name: 'Samuel Petrov', position: 'Sales engineer', department: 'Sales' },
  { name: 'Ines Adeyemi', position: 'Bookkeeper', department: 'Finance' },
  { name: 'Marek O’Sullivan', position: 'Controller', department: 'Finance' },
  { name: 'Leila Johansson', position: 'Designer', department: 'Product' },
  { name: 'Rafael Thorsen', position: 'Software developer', department: 'Product' },
  { name: 'Noor van der Berg', position: 'Personnel officer', department: 'People' },
];
