import { availableParallelism } from 'node:os';
import { presentScope } from '../request-scope.js';
import {
  EngineAbandonedError,
  EngineBusyError,
  EngineFailedError,
  EngineStoppedError,
  EngineTimeoutError,
} from './engine-errors.js';
import { engineThreadUrl } from './engine-thread-url.js';
import { EngineThread } from './engine-thread.js';
import type { AnalyzeOptions, DetectedFace, FaceEngine, PixelImage, Point } from './face-engine.js';
import type { EngineAnswers, EngineFacts, EngineTask } from './face-engine-messages.js';

export interface WorkerFaceEngineOptions {
  /** Threads, each with an engine of its own. All cores but one by default: that one serves everybody else. */
  workers?: number;
  /** A photo waits for its turn no longer than this, and is analysed no longer than this. */
  timeoutMs?: number;
  /** Photos that may wait, not counting those at work. */
  maxQueued?: number;
  startTimeoutMs?: number;
  /** Told why each time a thread is lost, or could not be started again; a new one is started by itself. */
  onThreadLost?: (cause: unknown) => void;
  /** The threads' program; another one in tests. */
  threadUrl?: URL;
}

interface Job {
  task: EngineTask;
  resolve: (answer: EngineAnswers[EngineTask['kind']]) => void;
  reject: (error: unknown) => void;
  timer: NodeJS.Timeout | undefined;
  /** Aborted when nobody waits for the answer any more. */
  signal: AbortSignal | undefined;
  /** A thread broke down over it before. */
  retried: boolean;
}

/** All cores but one. */
export const defaultWorkers = (): number => Math.max(1, availableParallelism() - 1);

/**
 * Face engines in threads of their own, so that the server answers while photos are analysed, and several are at once.
 * Whoever comes first is served first. A thread that breaks down or hangs is replaced; the others go on.
 */
export class WorkerFaceEngine implements FaceEngine {
  readonly modelId: string;
  readonly secondModelId: string;
  readonly backend: FaceEngine['backend'];
  private readonly queue: Job[] = [];
  private readonly threads = new Set<EngineThread>();
  private readonly starts = new Set<Promise<void>>();

  private constructor(
    { modelId, secondModelId, backend }: EngineFacts,
    private readonly options: Required<WorkerFaceEngineOptions>,
    private readonly stopping: AbortController,
  ) {
    this.modelId = modelId;
    this.secondModelId = secondModelId;
    this.backend = backend;
  }

  /**
   * Resolves when the first thread is loaded and warm; the others follow one by one. Throws EngineFailedError with the
   * reason as its cause.
   */
  static async start(options: WorkerFaceEngineOptions = {}): Promise<WorkerFaceEngine> {
    const complete = {
      workers: defaultWorkers(),
      timeoutMs: 10_000,
      maxQueued: 32,
      startTimeoutMs: 60_000,
      onThreadLost: () => undefined,
      threadUrl: engineThreadUrl(),
      ...options,
    };
    const stopping = new AbortController();
    const first = await startThread(complete, stopping.signal);
    const engine = new WorkerFaceEngine(first.facts, complete, stopping);
    engine.employ(first);
    return engine;
  }

  /** Photos waiting or at work. */
  get load(): number {
    return this.queue.length + [...this.threads].filter(({ idle }) => !idle).length;
  }

  /** Threads that are ready. */
  get workers(): number {
    return this.threads.size;
  }

  /** Tensors alive in each thread after its last photo. */
  get tensorCounts(): number[] {
    return [...this.threads].map(({ tensorCount }) => tensorCount);
  }

  /**
   * Throws EngineBusyError, EngineTimeoutError, EngineStoppedError, EngineAbandonedError where the request that it is for
   * is over before its turn, or EngineFailedError when the engine breaks down.
   */
  analyze(image: PixelImage, options: AnalyzeOptions = {}): Promise<DetectedFace[]> {
    return this.answer<'analyze'>({ kind: 'analyze', image, options });
  }

  /** Throws as analyze does. */
  describeAgain(image: PixelImage, landmarks: readonly Point[]): Promise<Float32Array> {
    return this.answer<'describeAgain'>({ kind: 'describeAgain', image, landmarks });
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.refuseAll(new EngineStoppedError());
    await Promise.all([...this.threads].map((thread) => thread.stop()).concat([...this.starts]));
  }

  private answer<Kind extends EngineTask['kind']>(task: EngineTask & { kind: Kind }): Promise<EngineAnswers[Kind]> {
    if (this.stopping.signal.aborted) return Promise.reject(new EngineStoppedError());
    const signal = presentScope()?.signal;
    if (signal?.aborted) return Promise.reject(new EngineAbandonedError());
    if (!this.idleThread() && this.queue.length >= this.options.maxQueued) return Promise.reject(new EngineBusyError());
    let abandon = (): void => undefined;
    return new Promise<EngineAnswers[Kind]>((resolve, reject) => {
      const job = { task, resolve: resolve as Job['resolve'], reject, timer: undefined, signal, retried: false };
      abandon = () => this.giveUp(job, new EngineAbandonedError());
      signal?.addEventListener('abort', abandon, { once: true });
      this.enqueue(job, 'last');
      // A request has many photos: those that are answered must not be held until it is over.
    }).finally(() => signal?.removeEventListener('abort', abandon));
  }

  private enqueue(job: Job, place: 'first' | 'last'): void {
    job.timer = setTimeout(
      () => this.giveUp(job, new EngineTimeoutError(this.options.timeoutMs)),
      this.options.timeoutMs,
    );
    if (place === 'first') this.queue.unshift(job);
    else this.queue.push(job);
    this.work();
  }

  /** Gives waiting photos to idle threads, and starts a thread where one is missing. */
  private work(): void {
    for (let thread = this.idleThread(); thread && this.queue.length > 0; thread = this.idleThread()) {
      void this.workOn(this.queue.shift()!, thread);
    }
    // One at a time: the first is wanted soon, and a start takes all of a core.
    const missing = this.threads.size < this.options.workers;
    if (!missing || this.starts.size > 0 || this.stopping.signal.aborted) return;
    const start = this.startAnother().then((thread) => {
      this.starts.delete(start);
      if (thread) this.employ(thread);
    });
    this.starts.add(start);
  }

  private async workOn(job: Job, thread: EngineThread): Promise<void> {
    clearTimeout(job.timer);
    try {
      job.resolve(await thread.answer(job.task, this.options.timeoutMs));
    } catch (error) {
      const brokeDown = !thread.alive && error instanceof EngineFailedError;
      if (!brokeDown || job.retried) job.reject(error);
      else if (job.signal?.aborted) job.reject(new EngineAbandonedError());
      else this.enqueue(Object.assign(job, { retried: true }), 'first');
    }
    this.work();
  }

  private async startAnother(): Promise<EngineThread | null> {
    try {
      return await startThread(this.options, this.stopping.signal);
    } catch (error) {
      if (this.stopping.signal.aborted) return null;
      this.options.onThreadLost(error);
      // The next photo tries to start one again. Those who wait for nobody are told so now.
      if (this.threads.size === 0) this.refuseAll(error);
      return null;
    }
  }

  private employ(thread: EngineThread): void {
    this.threads.add(thread);
    void thread.ended.then((reason) => {
      this.threads.delete(thread);
      if (this.stopping.signal.aborted) return;
      this.options.onThreadLost(reason);
      this.work();
    });
    if (this.stopping.signal.aborted) void thread.stop();
    else this.work();
  }

  private idleThread(): EngineThread | undefined {
    return [...this.threads].find(({ idle }) => idle);
  }

  /** Takes a photo out of the queue; one that is at work, or done, is past that. */
  private giveUp(job: Job, reason: Error): void {
    const place = this.queue.indexOf(job);
    if (place < 0) return;
    this.queue.splice(place, 1);
    clearTimeout(job.timer);
    job.reject(reason);
  }

  private refuseAll(error: unknown): void {
    for (const { reject, timer } of this.queue.splice(0)) {
      clearTimeout(timer);
      reject(error);
    }
  }
}

async function startThread(
  { threadUrl, startTimeoutMs }: Required<WorkerFaceEngineOptions>,
  signal: AbortSignal,
): Promise<EngineThread> {
  try {
    return await EngineThread.start({ url: threadUrl, timeoutMs: startTimeoutMs, signal });
  } catch (error) {
    if (error instanceof EngineFailedError || error instanceof EngineStoppedError) throw error;
    throw new EngineFailedError(error);
  }
}
