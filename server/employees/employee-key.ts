import { z } from 'zod';
import type { Employee, EmployeeKey } from './employee.repository.js';

/** The cursors of lists in the order of names. */
export const employeeKey: z.ZodType<EmployeeKey> = z.tuple([z.string(), z.string()]);

export const keyOfEmployee = ({ searchText, id }: Employee): EmployeeKey => [searchText, id];
