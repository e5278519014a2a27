import { driverErrorOf } from './driver-error.js';

/** A failure to serialise, a deadlock (SQLSTATE). */
const CONFLICTS = ['40001', '40P01'];
const LOCK_NOT_AVAILABLE = '55P03';

/** Whether PostgreSQL undid a statement or transaction in favour of another one, so that it may be done again. */
export const isConflict = (error: unknown): boolean => CONFLICTS.includes(driverErrorOf(error).code);

/** Whether a statement did not get a lock within `lock_timeout`. */
export const isLockNotAvailable = (error: unknown): boolean => driverErrorOf(error).code === LOCK_NOT_AVAILABLE;
