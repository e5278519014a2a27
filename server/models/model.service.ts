import { z } from 'zod';
import type { Clock } from '../clock.js';
import { ConflictError } from '../errors.js';
import { newId } from '../ids.js';
import type { Logger } from '../logger.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import { assertEncoders, type ModelVersion } from '../recognition/model-version.js';
import { noSuch } from '../row-errors.js';
import { parseInput } from '../validate.js';
import type { ModelCard } from './model-card.js';
import type { ModelRepository, ModelVersionRow, Production } from './model.repository.js';
import type { VersionFiles } from './version-files.js';

/** A version as it is read, with what it stands for at present. */
export interface ListedVersion extends ModelVersionRow {
  isProduction: boolean;
  isCandidate: boolean;
}

/** What is in production, and since when. */
export interface InProduction {
  /** "shipped" for what comes with the program. */
  id: string;
  version: ListedVersion | null;
  since: Date | null;
  source: string | null;
}

/** A version that is to be added, with the files beside it. */
export interface NewVersion {
  version: ModelVersion;
  card: ModelCard;
  files: Readonly<Record<string, string | Buffer>>;
}

/** How soon a process notices what another one promoted. */
const LOOK_EVERY_MS = 2_000;
const LISTED_AT_ONCE = 100;

const reasonInput = z.object({
  reason: z.string().trim().min(3, 'say why in a few words').max(500, 'must have at most 500 characters'),
});
const versionKey = z.tuple([z.coerce.date(), z.string()]);

/** Versions of what faces are decided by: which there are, which is used, and the way to another one and back. */
export class ModelService {
  private timer: NodeJS.Timeout | undefined;
  /** The act whose version is used here; undefined before the first look. */
  private used: string | null | undefined;
  private refreshing: Promise<void> = Promise.resolve();

  constructor(
    private readonly dependencies: {
      models: ModelRepository;
      files: VersionFiles;
      shipped: ModelVersion;
      /** Who decides: told of each change, between two photos. */
      keeper: { readonly version: ModelVersion; use(version: ModelVersion): void };
      clock: Clock;
      logger: Logger;
    },
  ) {}

  /** Uses what is in production, and looks from time to time whether another process has changed that. */
  async start(): Promise<void> {
    await this.refresh();
    const { logger } = this.dependencies;
    this.timer = setInterval(() => {
      this.refresh().catch((err: unknown) => logger.error({ err }, 'what is in production could not be read'));
    }, LOOK_EVERY_MS);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.refreshing.catch(() => undefined);
  }

  /** Newest first. Throws BAD_USER_INPUT for a page that is off. */
  async list(request: PageRequest): Promise<Page<ListedVersion>> {
    const { models } = this.dependencies;
    const keyOf = ({ createdAt, id }: ModelVersionRow): [Date, string] => [createdAt, id];
    const page = await readPage(request, versionKey, keyOf, (take, after) => models.list(take, after));
    const [production, candidate] = await Promise.all([models.findProduction(), models.findCandidateId()]);
    const edges = page.edges.map(({ cursor, node }) => ({
      cursor,
      node: listed(node, production, candidate),
    }));
    return { ...page, edges };
  }

  async find(id: string): Promise<ListedVersion | null> {
    const { models } = this.dependencies;
    const row = await models.find(id);
    return row && listed(row, await models.findProduction(), await models.findCandidateId());
  }

  async production(): Promise<InProduction> {
    const { models, shipped } = this.dependencies;
    const production = await models.findProduction();
    const { version, promotion } = production;
    return {
      id: version?.id ?? shipped.id,
      version: version && listed(version, production, await models.findCandidateId()),
      since: promotion?.at ?? null,
      source: promotion?.source ?? null,
    };
  }

  /** What is decided by in this process. */
  get inUse(): ModelVersion {
    return this.dependencies.keeper.version;
  }

  /** Keeps a version, which is the candidate from now on. The same one again is the same. */
  async add({ version, card, files }: NewVersion): Promise<void> {
    const { models, files: folders } = this.dependencies;
    const cardFile = `${JSON.stringify(card, null, 2)}\n`;
    const there = await models.find(version.id);
    const manifestSha256 = there?.manifestSha256 ?? (await folders.write(version, { ...files, 'card.json': cardFile }));
    await models.add({
      id: version.id,
      createdAt: new Date(card.createdAt),
      modelId: version.modelId,
      secondModelId: version.secondModelId,
      manifestSha256,
      passed: card.gate.passed,
      card,
    });
  }

  /** Forgets what heads have learnt of people: their heads are removed, and not used from the next photo on. */
  async forget(employeeIds: readonly string[]): Promise<void> {
    await this.eachWithHead(async (id) => void (await this.dependencies.files.removeHead(id, employeeIds)));
    await this.refresh();
  }

  /** Seals all heads with the present master key. */
  resealHeads(): Promise<void> {
    return this.eachWithHead((id) => this.dependencies.files.resealHead(id));
  }

  /**
   * Puts a version into production: thresholds, their statistics and encoders at once, in this process before it returns.
   * Throws NOT_FOUND, or CONFLICT for one that is there already, that the gate refused (unless `despiteGate`), that is of
   * other encoders, or whose files are not whole. Throws BAD_USER_INPUT for `despiteGate` without a reason.
   */
  async promote(
    id: string,
    { source, reason = null, despiteGate = false }: { source: string; reason?: string | null; despiteGate?: boolean },
  ): Promise<ListedVersion> {
    const { models } = this.dependencies;
    if (despiteGate || reason !== null) parseInput(reasonInput, { reason: reason ?? '' });
    const row = await models.find(id);
    if (!row) throw noSuch('model version');
    const { promotion, version } = await models.findProduction();
    if (version?.id === id) throw new ConflictError('CHANGES_NOTHING', 'This version is in production already.');
    if (!row.passed && !despiteGate) throw new ConflictError('GATE_REFUSED', gateWords(row.card));
    const at = await this.ready(row);
    const act = { id: newId(), versionId: id, previousId: promotion?.id ?? null, isRollback: false, source, reason };
    await models.promote({ ...act, at }, promotion?.id ?? null);
    await this.refresh();
    return (await this.find(id))!;
  }

  /** Goes back to what was in production before. Throws CONFLICT where there is nothing to go back to, or it is not whole. */
  async rollBack({ source, reason = null }: { source: string; reason?: string | null }): Promise<InProduction> {
    const { models, clock } = this.dependencies;
    if (reason !== null) parseInput(reasonInput, { reason });
    const present = await models.findProduction();
    if (!present.promotion?.versionId) {
      throw new ConflictError('NOTHING_BEFORE', 'What is in production came with the program: nothing was before it.');
    }
    const { previousId } = present.promotion;
    const previous = previousId ? await models.findPromotion(previousId) : null;
    const row = previous?.versionId ? await models.find(previous.versionId) : null;
    const at = row ? await this.ready(row) : clock.now();
    // From the version that is back, the next rollback goes to what was before it.
    const act = { id: newId(), versionId: row?.id ?? null, previousId: previous?.previousId ?? null };
    await models.promote({ ...act, isRollback: true, at, source, reason }, present.promotion.id);
    await this.refresh();
    return this.production();
  }

  /** Uses what is in production, where that has changed. What cannot be read is not used: the log says so. */
  refresh(): Promise<void> {
    this.refreshing = this.refreshing.catch(() => undefined).then(() => this.look());
    return this.refreshing;
  }

  private async look(): Promise<void> {
    const { models, files, shipped, keeper, logger } = this.dependencies;
    const promotionId = await models.findPromotionId();
    if (promotionId === this.used && !(await this.headIsGone())) return;
    const { version: row } = await models.findProduction();
    let version = shipped;
    if (row) {
      try {
        version = await files.read(row.id, row.manifestSha256);
        assertEncoders(version, shipped);
      } catch (err) {
        version = shipped;
        logger.error({ err, version: row.id }, 'the model version in production cannot be used: the shipped one is');
      }
    }
    this.used = promotionId;
    if (version.id === keeper.version.id && Boolean(version.head) === Boolean(keeper.version.head)) return;
    keeper.use(version);
    logger.info({ version: version.id }, 'model version in use');
  }

  /** Somebody whom the head in use has learnt was erased, here or by another process. */
  private async headIsGone(): Promise<boolean> {
    const { files, keeper } = this.dependencies;
    return keeper.version.head !== null && !(await files.hasHead(keeper.version.id));
  }

  private async eachWithHead(work: (id: string) => Promise<void>): Promise<void> {
    for (let after: readonly [Date, string] | null = null; ;) {
      const batch = await this.dependencies.models.list(LISTED_AT_ONCE, after);
      for (const { id, card } of batch) if (card.head?.helps) await work(id);
      const last = batch.at(-1);
      if (!last || batch.length < LISTED_AT_ONCE) return;
      after = [last.createdAt, last.id];
    }
  }

  /** The instant, once every byte of a version was checked and its encoders are those that run. */
  private async ready(row: ModelVersionRow): Promise<Date> {
    const { files, shipped, clock } = this.dependencies;
    try {
      assertEncoders(await files.read(row.id, row.manifestSha256), shipped);
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new ConflictError('MODEL_UNUSABLE', `The version ${row.id} cannot be used: ${why}.`);
    }
    return clock.now();
  }
}

const listed = (row: ModelVersionRow, { version }: Production, candidateId: string | null): ListedVersion => ({
  ...row,
  isProduction: row.id === version?.id,
  isCandidate: row.id === candidateId,
});

const gateWords = ({ gate }: ModelCard): string =>
  `The comparison with production refused this version: ${gate.reasons.join(' ')} It can be promoted all the same, with a reason.`;
