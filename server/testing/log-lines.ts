import { pino } from 'pino';
import type { Logger } from '../logger.js';

export interface LogLines {
  logger: Logger;
  /** What was logged, parsed again. */
  lines: Record<string, unknown>[];
}

/** A logger whose lines can be read. */
export function createLogLines(): LogLines {
  const lines: LogLines['lines'] = [];
  const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
  return { logger: pino({ base: null, level: 'trace' }, { write }), lines };
}
