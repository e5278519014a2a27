import { destination, pino } from 'pino';

/** JSON lines on standard error; standard output is for what the operator is told. */
export type Logger = pino.Logger;

/** `level` is one of pino's: trace, debug, info, warn, error, fatal, silent. */
export function createLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination(2));
}
