import type { Clock } from './clock.js';
import { hashToken, newToken } from './ids.js';

const LASTS_MS = 60_000;
/** More at once than anybody needs; the oldest go first. */
const MOST_TICKETS = 200;

/** Something to download. */
export interface Download {
  fileName: string;
  chunks: AsyncIterable<Uint8Array>;
}

/** One-time tickets: a link for a minute and a single use, so that no lasting token is ever part of an address. */
export class DownloadTickets {
  private readonly tickets = new Map<string, { expiresAt: number; open: () => Promise<Download> }>();

  constructor(private readonly dependencies: { clock: Clock }) {}

  /** The path of the download, and until when it works. */
  issue(open: () => Promise<Download>): { path: string; expiresAt: Date } {
    const ticket = newToken('dl');
    const expiresAt = this.dependencies.clock.now().getTime() + LASTS_MS;
    if (this.tickets.size >= MOST_TICKETS) this.tickets.delete(this.tickets.keys().next().value!);
    this.tickets.set(hashToken(ticket), { expiresAt, open });
    return { path: `/downloads/${ticket}`, expiresAt: new Date(expiresAt) };
  }

  /** What a ticket is for; null for one that is unknown, used or too old. */
  async redeem(ticket: string): Promise<Download | null> {
    const hash = hashToken(ticket);
    const found = this.tickets.get(hash);
    this.tickets.delete(hash);
    return found && found.expiresAt > this.dependencies.clock.now().getTime() ? found.open() : null;
  }
}
