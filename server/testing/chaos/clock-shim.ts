import { readFileSync } from 'node:fs';
import { Server, type ServerResponse } from 'node:http';

// Loaded into a node before anything else (node --import): its clock is ahead by as many milliseconds as the file named by
// CHAOS_CLOCK_FILE says, from now on and whenever that changes. Timers go on as they do when a real clock is set.

const LOOK_EVERY_MS = 100;
const file = process.env.CHAOS_CLOCK_FILE!;
let aheadMs = 0;
const look = (): void => void (aheadMs = Number(readFileSync(file, 'utf8')));
look();
setInterval(look, LOOK_EVERY_MS).unref();

const RealDate = Date;
const now = (): number => RealDate.now() + aheadMs;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
  apply: () => new RealDate(now()).toString(),
  get: (target, property, receiver) =>
    property === 'now' ? now : (Reflect.get(target, property, receiver) as unknown),
});

// Node itself writes the date of an answer by a clock that cannot be reached from here.
const emit = Server.prototype.emit as (this: Server, event: string, ...args: unknown[]) => boolean;
Server.prototype.emit = function (this: Server, event: string, ...args: unknown[]): boolean {
  if (event === 'request') (args[1] as ServerResponse).setHeader('date', new Date().toUTCString());
  return emit.call(this, event, ...args);
};
