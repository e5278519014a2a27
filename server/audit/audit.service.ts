import { appendFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Clock } from '../clock.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import type { Signed, SigningKey } from '../storage/signing-key.js';
import type { AuditEntry, ChainHead } from './audit-chain.js';
import type { AuditQuery, AuditRepository } from './audit.repository.js';

const auditKey = z.tuple([z.number()]);

/** A head of the audit as it is given out: whoever keeps it can tell later whether the end was cut off. */
export interface HeadStatement extends ChainHead {
  kind: 'rollcall audit head';
  at: string;
  [name: string]: string | number;
}

export class AuditService {
  constructor(
    private readonly dependencies: {
      entries: AuditRepository;
      signingKey: SigningKey;
      clock: Clock;
      /** A file of signed heads, one a line. */
      headsFile: string;
    },
  ) {}

  /** Newest first. Throws BAD_USER_INPUT for a page that is off. */
  list(query: AuditQuery, request: PageRequest): Promise<Page<AuditEntry>> {
    const keyOf = ({ sequence }: AuditEntry): [number] => [sequence];
    return readPage(request, auditKey, keyOf, (take, after) =>
      this.dependencies.entries.list(query, take, after?.[0] ?? null),
    );
  }

  listActions(): Promise<string[]> {
    return this.dependencies.entries.listActions();
  }

  /** The head as it is now, signed. */
  async exportHead(): Promise<Signed<HeadStatement>> {
    const { entries, signingKey, clock } = this.dependencies;
    const { sequence, hash } = await entries.findHead();
    return signingKey.sign({ kind: 'rollcall audit head', sequence, hash, at: clock.now().toISOString() });
  }

  /** Notes the head in a file beside the database, so that an end that is cut off there shows. */
  async noteHead(): Promise<void> {
    const line = `${JSON.stringify(await this.exportHead())}\n`;
    await appendFile(this.dependencies.headsFile, line, { mode: 0o600, flush: true });
  }
}
