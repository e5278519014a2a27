import type { Clock } from './clock.js';
import { PendingBook } from './storage/pending-book.js';
import type { ShortLivedRepository } from './storage/short-lived.repository.js';

const VALID_SECONDS = 60;

/** Something to download. */
export interface Download {
  fileName: string;
  chunks: AsyncIterable<Uint8Array>;
}

/** All that is kept about a person; the photo of a sample. */
export type DownloadKind = 'person' | 'sample';

/** Opens what a ticket of one kind is for: `subject` is what was said when it was issued. */
export type OpenDownload = (subject: string) => Promise<Download>;

/**
 * One-time tickets: a link for a minute and a single use, at whichever server, so that no lasting token is ever part of an
 * address.
 */
export class DownloadTickets {
  private readonly issued: PendingBook<{ kind: DownloadKind; subject: string }>;

  constructor(
    private readonly dependencies: {
      kept: ShortLivedRepository;
      clock: Clock;
      kinds: Readonly<Record<DownloadKind, OpenDownload>>;
    },
  ) {
    this.issued = new PendingBook({ ...dependencies, prefix: 'dl', validSeconds: VALID_SECONDS });
  }

  /** The path of the download, and until when it works. */
  async issue(kind: DownloadKind, subject: string): Promise<{ path: string; expiresAt: Date }> {
    const { token, expiresAt } = await this.issued.begin({ kind, subject });
    return { path: `/downloads/${token}`, expiresAt };
  }

  /** What a ticket is for; null for one that is unknown, used or too old. */
  async redeem(ticket: string): Promise<Download | null> {
    const issued = await this.issued.take(ticket);
    return issued && this.dependencies.kinds[issued.kind](issued.subject);
  }
}
