import type { Signal } from '../events.js';
import { inTurn } from '../in-turn.js';
import type { Logger } from '../logger.js';
import type { Gallery, GalleryTemplate } from '../recognition/gallery.js';
import type { Keyring } from '../storage/master-key.js';
import type { StoredTemplate, TemplateRepository } from './template.repository.js';
import { openStored } from './open-stored.js';

/** People who are read anew at once. */
const BATCH = 100;
/** Before another try, where the database could not be read. */
const RETRY_MS = 1_000;

/**
 * Keeps a gallery in step with the database, whoever changes it: this server, another one, a command, Prisma Studio. Changes
 * are numbered; whose number is beyond the last one seen is read anew. The signal only says when to look.
 */
export class GalleryFollower {
  private seen = 0;
  private readonly take = inTurn();
  private readonly stopping = new AbortController();
  private following: Promise<void> = Promise.resolve();

  constructor(
    private readonly dependencies: {
      templates: Pick<TemplateRepository, 'lastChange' | 'listChanges' | 'listOf'>;
      gallery: Gallery;
      keyring: Keyring;
      facesChanged: Signal;
      /** What else in memory hangs on whose faces there are. */
      onChange: () => Promise<void>;
      modelId: string;
      secondModelId: string;
      logger: Logger;
    },
  ) {}

  /** To be called before the gallery is loaded: what changes from then on is read anew. */
  async begin(): Promise<void> {
    this.seen = await this.dependencies.templates.lastChange();
  }

  /** Brings a loaded gallery up to date, and then follows. */
  async start(): Promise<void> {
    await this.catchUp();
    this.following = this.follow();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.dependencies.facesChanged.wake();
    await this.following;
  }

  /** Reads anew whoever changed since this was done last. What has been committed before it was called is in then. */
  catchUp(): Promise<void> {
    return this.take(() => this.readChanges());
  }

  private async follow(): Promise<void> {
    const { facesChanged, logger } = this.dependencies;
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const { mark } = facesChanged;
      try {
        await this.catchUp();
        await facesChanged.since(mark);
      } catch (err) {
        logger.error({ err }, 'changes of faces could not be read; they are tried again');
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
      }
    }
  }

  private async readChanges(): Promise<void> {
    const { templates, onChange } = this.dependencies;
    for (;;) {
      const changes = await templates.listChanges(this.seen, BATCH);
      for (const { employeeId, sequence } of changes) {
        if (this.stopping.signal.aborted) return;
        await this.readAnew(employeeId);
        this.seen = sequence;
      }
      if (changes.length > 0) await onChange();
      if (changes.length < BATCH) return;
    }
  }

  private async readAnew(employeeId: string): Promise<void> {
    const { templates, gallery, keyring, modelId, secondModelId, logger } = this.dependencies;
    const rows = await templates.listOf(employeeId, { modelId, secondModelId });
    const open = (row: StoredTemplate, model: string) => openStored(row, { masters: keyring.all, modelId: model });
    const opened = rows.flatMap((row): GalleryTemplate[] => {
      if (row.modelId !== modelId) return [];
      const template = open(row, modelId);
      if (!template) logger.error({ sampleId: row.sampleId }, 'a template that was added does not open');
      const secondRow = rows.find((other) => other.sampleId === row.sampleId && other.modelId === secondModelId);
      return template ? [{ template, second: secondRow ? open(secondRow, secondModelId) : null }] : [];
    });
    gallery.replace(employeeId, opened);
  }
}
