import { isUniqueViolation } from '../database/database.js';
import { nameTaken } from '../row-errors.js';

/** Runs a write of which the name must be unique. Throws CONFLICT where it is taken. */
export async function refusingNamesakes<T>(what: string, name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw isUniqueViolation(error) ? nameTaken(what, name) : error;
  }
}
