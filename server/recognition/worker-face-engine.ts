import { EngineBusyError, EngineFailedError, EngineStoppedError, EngineTimeoutError } from './engine-errors.js';
import { engineThreadUrl } from './engine-thread-url.js';
import { EngineThread } from './engine-thread.js';
import type { DetectedFace, FaceEngine, PixelImage } from './face-engine.js';

export interface WorkerFaceEngineOptions {
  /** A photo waits for its turn no longer than this, and is analysed no longer than this. */
  timeoutMs?: number;
  /** Photos that may wait, not counting the one at work. */
  maxQueued?: number;
  startTimeoutMs?: number;
  /** Told why each time the thread is lost; a new one is started by itself. */
  onThreadLost?: (cause: unknown) => void;
  /** The thread's program; another one in tests. */
  threadUrl?: URL;
}

interface Waiting {
  image: PixelImage;
  resolve: (faces: DetectedFace[]) => void;
  reject: (error: unknown) => void;
  timer: NodeJS.Timeout;
}

/**
 * A face engine in a thread of its own, so that the server answers while a photo is analysed. Photos are taken in turn;
 * several of these side by side make use of several cores.
 */
export class WorkerFaceEngine implements FaceEngine {
  readonly modelId: string;
  readonly backend: FaceEngine['backend'];
  private readonly queue: Waiting[] = [];
  private working = false;
  private stopped = false;

  private constructor(
    private thread: EngineThread,
    private readonly options: Required<WorkerFaceEngineOptions>,
  ) {
    this.modelId = thread.modelId;
    this.backend = thread.backend;
  }

  /** Resolves when the engine is loaded and warm. Throws EngineFailedError with the reason as its cause. */
  static async start(options: WorkerFaceEngineOptions = {}): Promise<WorkerFaceEngine> {
    const complete = {
      timeoutMs: 10_000,
      maxQueued: 32,
      startTimeoutMs: 60_000,
      onThreadLost: () => undefined,
      threadUrl: engineThreadUrl(),
      ...options,
    };
    return new WorkerFaceEngine(await startThread(complete), complete);
  }

  /** Photos waiting or at work. */
  get load(): number {
    return this.queue.length + (this.working ? 1 : 0);
  }

  /** Throws EngineBusyError, EngineTimeoutError, EngineStoppedError, or EngineFailedError when the engine breaks down. */
  analyze(image: PixelImage): Promise<DetectedFace[]> {
    if (this.stopped) return Promise.reject(new EngineStoppedError());
    if (this.working && this.queue.length >= this.options.maxQueued) return Promise.reject(new EngineBusyError());
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        image,
        resolve,
        reject,
        timer: setTimeout(() => this.giveUp(waiting), this.options.timeoutMs),
      };
      this.queue.push(waiting);
      if (!this.working) void this.work();
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.refuseAll(new EngineStoppedError());
    await this.thread.stop();
  }

  private async work(): Promise<void> {
    this.working = true;
    for (let next = this.queue.shift(); next; next = this.queue.shift()) {
      clearTimeout(next.timer);
      await this.analyzeInThread(next);
    }
    this.working = false;
  }

  private async analyzeInThread({ image, resolve, reject }: Waiting): Promise<void> {
    try {
      if (!this.thread.alive) await this.replaceThread();
      resolve(await this.thread.analyze(image, this.options.timeoutMs));
    } catch (error) {
      reject(error);
      if (this.thread.alive || this.stopped) return;
      this.options.onThreadLost(error);
      // Those who wait are served by a new thread; if there is none to be had, they are told so now.
      await this.replaceThread().catch((cause: unknown) => this.refuseAll(cause));
    }
  }

  private async replaceThread(): Promise<void> {
    if (this.stopped) throw new EngineStoppedError();
    const thread = await startThread(this.options);
    this.thread = thread;
    if (!this.stopped) return;
    await thread.stop();
    throw new EngineStoppedError();
  }

  private giveUp(waiting: Waiting): void {
    this.queue.splice(this.queue.indexOf(waiting), 1);
    waiting.reject(new EngineTimeoutError(this.options.timeoutMs));
  }

  private refuseAll(error: unknown): void {
    for (const { reject, timer } of this.queue.splice(0)) {
      clearTimeout(timer);
      reject(error);
    }
  }
}

async function startThread(options: Required<WorkerFaceEngineOptions>): Promise<EngineThread> {
  try {
    return await EngineThread.start({ url: options.threadUrl, timeoutMs: options.startTimeoutMs });
  } catch (error) {
    throw error instanceof EngineFailedError ? error : new EngineFailedError(error);
  }
}
