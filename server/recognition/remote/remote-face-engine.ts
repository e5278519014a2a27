import { setTimeout as pause } from 'node:timers/promises';
import { StartupError } from '../../errors.js';
import type { Logger } from '../../logger.js';
import { presentScope } from '../../request-scope.js';
import {
  EngineAbandonedError,
  EngineBusyError,
  EngineStoppedError,
  EngineTimeoutError,
  EngineUnreachableError,
} from '../engine-errors.js';
import type { AnalyzeOptions, DetectedFace, FaceEngine, PixelImage, Point } from '../face-engine.js';
import type { EngineAnswers, EngineFacts, EngineTask } from '../face-engine-messages.js';
import { EngineNode, NodeMisfitError, NodeUnreachableError } from './engine-node.js';
import { encodeTask, type EngineModels } from './engine-wire.js';

export interface RemoteFaceEngineOptions {
  /** Origins of the nodes that recognise. */
  urls: readonly string[];
  /** What all nodes of the installation know. */
  secret: string;
  /** Those that templates here are made with; nodes with others are refused. */
  models: EngineModels;
  logger: Logger;
  /** For a photo, both tries together: a node lets it wait for 10 seconds and works on it for 10 at most. */
  timeoutMs?: number;
  /** For a node to say that it takes a photo, or what models it runs. */
  takeTimeoutMs?: number;
  /** How long this waits for the first node to be warm. */
  startTimeoutMs?: number;
}

/** A photo that one node does not take is offered to one more. */
const MAX_TRIES = 2;
/** A node that did not answer comes last for so long. */
const REST_MS = 2_000;
const ASK_AGAIN_MS = 250;

interface Member {
  node: EngineNode;
  /** Why it cannot be used; null while it answers. */
  trouble: Error | null;
  /** On performance.now()'s clock. */
  restsUntil: number;
}

/**
 * The face engines of other nodes. A photo goes to the one that has the fewest of this server's at work; where that is
 * down or busy, to another one, once. Photos are sent as pixels, so that every node gives the templates that a local engine
 * would have given.
 */
export class RemoteFaceEngine implements FaceEngine {
  readonly modelId: string;
  readonly secondModelId: string;
  private readonly stopping = new AbortController();
  private turn = 0;

  private constructor(
    private readonly members: readonly Member[],
    readonly backend: FaceEngine['backend'],
    private readonly options: Required<RemoteFaceEngineOptions>,
  ) {
    this.modelId = options.models.modelId;
    this.secondModelId = options.models.secondModelId;
  }

  /**
   * Resolves when the first node answers. Throws StartupError where a node has another secret or other models, or none
   * answers in time.
   */
  static async connect(options: RemoteFaceEngineOptions): Promise<RemoteFaceEngine> {
    const complete = { timeoutMs: 25_000, takeTimeoutMs: 2_000, startTimeoutMs: 60_000, ...options };
    const members = options.urls.map((url): Member => ({
      node: new EngineNode({ ...complete, url }),
      trouble: null,
      restsUntil: 0,
    }));
    try {
      const { facts, troubles } = await firstFacts(members, complete);
      const engine = new RemoteFaceEngine(members, facts.backend, complete);
      for (const [member, trouble] of troubles) engine.noteTrouble(member, trouble);
      return engine;
    } catch (error) {
      members.forEach(({ node }) => node.stop());
      throw error;
    }
  }

  /** Nodes that answered when they were asked last, and others. */
  countNodes(): { up: number; down: number } {
    const down = this.members.filter(({ trouble }) => trouble).length;
    return { up: this.members.length - down, down };
  }

  /** Throws as WorkerFaceEngine does, and EngineUnreachableError where no node can be asked. */
  analyze(image: PixelImage, options: AnalyzeOptions = {}): Promise<DetectedFace[]> {
    return this.answer<'analyze'>({ kind: 'analyze', image, options });
  }

  /** Throws as analyze does. */
  describeAgain(image: PixelImage, landmarks: readonly Point[]): Promise<Float32Array> {
    return this.answer<'describeAgain'>({ kind: 'describeAgain', image, landmarks });
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.members.forEach(({ node }) => node.stop());
  }

  private async answer<Kind extends EngineTask['kind']>(
    task: EngineTask & { kind: Kind },
  ): Promise<EngineAnswers[Kind]> {
    const scope = presentScope();
    if (this.stopping.signal.aborted) throw new EngineStoppedError();
    if (scope?.signal.aborted) throw new EngineAbandonedError();
    const ending = new AbortController();
    const abandon = (): void => ending.abort(new EngineAbandonedError());
    const stop = (): void => ending.abort(new EngineStoppedError());
    const { timeoutMs } = this.options;
    const timer = setTimeout(() => ending.abort(new EngineTimeoutError(timeoutMs)), timeoutMs);
    scope?.signal.addEventListener('abort', abandon, { once: true });
    this.stopping.signal.addEventListener('abort', stop, { once: true });
    try {
      return await this.offer(task.kind, encodeTask(task), ending.signal, scope?.id);
    } finally {
      // A request has many photos: those that are answered must not be held until it is over.
      clearTimeout(timer);
      scope?.signal.removeEventListener('abort', abandon);
      this.stopping.signal.removeEventListener('abort', stop);
    }
  }

  private async offer<Kind extends EngineTask['kind']>(
    kind: Kind,
    body: Buffer,
    signal: AbortSignal,
    requestId: string | undefined,
  ): Promise<EngineAnswers[Kind]> {
    const errors: Error[] = [];
    for (const member of this.inOrder().slice(0, MAX_TRIES)) {
      try {
        const answer = await member.node.ask(kind, body, { signal, requestId });
        this.noteAnswer(member);
        return answer;
      } catch (error) {
        if (signal.reason instanceof EngineTimeoutError) this.noteTrouble(member, signal.reason);
        if (signal.aborted) throw signal.reason;
        if (error instanceof NodeUnreachableError || error instanceof NodeMisfitError) this.noteTrouble(member, error);
        else this.noteAnswer(member);
        const mayAskAnother = member.trouble ?? error instanceof EngineBusyError;
        if (!mayAskAnother) throw error;
        errors.push(error as Error);
      }
    }
    throw errors.find((error) => error instanceof EngineBusyError) ?? new EngineUnreachableError(errors[0]);
  }

  /** Those that answer first, and of them those with the least to do; in turn where that is the same. */
  private inOrder(): Member[] {
    const now = performance.now();
    const first = this.turn++ % this.members.length;
    const inTurn = [...this.members.slice(first), ...this.members.slice(0, first)];
    const rests = ({ restsUntil }: Member): number => Number(restsUntil > now);
    return inTurn.sort((a, b) => rests(a) - rests(b) || a.node.underWay - b.node.underWay);
  }

  private noteAnswer(member: Member): void {
    if (member.trouble) this.options.logger.info({ node: member.node.url }, 'a node that recognises is back');
    Object.assign(member, { trouble: null, restsUntil: 0 });
  }

  private noteTrouble(member: Member, error: Error): void {
    const { logger } = this.options;
    const line = { node: member.node.url, why: error.message };
    if (error instanceof NodeMisfitError) logger.error(line, 'a node that recognises is refused');
    else if (member.trouble?.message !== error.message) logger.warn(line, 'a node that recognises cannot be used');
    Object.assign(member, { trouble: error, restsUntil: performance.now() + REST_MS });
  }
}

/** Asks all nodes until one is ready: they may be starting at the same time. Gives also those that are not. */
async function firstFacts(
  members: readonly Member[],
  { startTimeoutMs, takeTimeoutMs, logger }: Required<RemoteFaceEngineOptions>,
): Promise<{ facts: EngineFacts; troubles: Map<Member, Error> }> {
  const giveUpAt = performance.now() + startTimeoutMs;
  for (let isFirst = true; ; isFirst = false) {
    const troubles = new Map<Member, Error>();
    const answers = await Promise.all(
      members.map((member) =>
        member.node
          .facts(AbortSignal.timeout(2 * takeTimeoutMs))
          .catch((error: unknown) => void troubles.set(member, error as Error)),
      ),
    );
    const errors = [...troubles.values()];
    const misfits = errors.filter((error) => error instanceof NodeMisfitError);
    if (misfits.length > 0) throw new StartupError(misfits.map(({ setting, message }) => `${setting}: ${message}.`));
    const facts = answers.find((answer) => answer !== undefined);
    if (facts) return { facts, troubles };
    const why = errors.map(({ message }) => message);
    if (performance.now() > giveUpAt) throw new StartupError(why.map((each) => `RECOGNITION_URL: ${each}.`));
    if (isFirst) logger.warn({ why }, 'no node recognises yet; this one waits');
    await pause(ASK_AGAIN_MS);
  }
}
