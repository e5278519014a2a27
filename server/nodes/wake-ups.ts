import type { Events, Signal } from '../events.js';
import { newId } from '../ids.js';
import type { RedisLink } from './redis-link.js';

const CHANNEL = 'rollcall';
/** A message that was lost delays a reader by so much. */
const LOOK_EVERY_MS = 1_000;

/**
 * Tells the servers of one installation of what another has committed: a signal that is raised here is raised at all of
 * them. Signals carry nothing, readers read the database, and they look once a second whatever they are told.
 */
export class WakeUps {
  private readonly own = newId();
  private looking: NodeJS.Timeout | undefined;

  constructor(private readonly dependencies: { events: Events; redis: RedisLink | null }) {}

  start(): void {
    const { events, redis } = this.dependencies;
    const signals = Object.entries(events) as [keyof Events, Signal][];
    // A single server hears of everything but of what other programs do to the faces.
    const looked = redis ? signals.map(([, signal]) => signal) : [events.facesChanged];
    this.looking = setInterval(() => looked.forEach((signal) => signal.wake()), LOOK_EVERY_MS);
    this.looking.unref();
    if (!redis) return;
    for (const [name, signal] of signals) signal.onRaise(() => redis.publish(CHANNEL, `${this.own} ${name}`));
    redis.listen(CHANNEL, (message) => {
      const [from, name] = message.split(' ');
      if (from !== this.own && name && Object.hasOwn(events, name)) events[name as keyof Events].wake();
    });
  }

  stop(): void {
    clearInterval(this.looking);
  }
}
