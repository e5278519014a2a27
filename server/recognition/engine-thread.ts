import { Worker } from 'node:worker_threads';
import { EngineFailedError, EngineStoppedError, EngineTimeoutError } from './engine-errors.js';
import type { EngineAnswers, EngineFacts, EngineMessage, EngineRequest, EngineTask } from './face-engine-messages.js';

type Answer = EngineAnswers[EngineTask['kind']];

interface Pending {
  id: number;
  resolve: (answer: Answer) => void;
  reject: (error: Error) => void;
}

interface StartOptions {
  url: URL;
  timeoutMs: number;
  /** Ends a start that is under way: it then throws EngineStoppedError. */
  signal: AbortSignal;
}

/** One thread with a face engine in it, from its start to its end; one photo at a time. */
export class EngineThread {
  /** Resolves with the reason when the thread has ended, whatever ended it. */
  readonly ended: Promise<Error>;
  /** Tensors alive in the thread after the last photo; 0 before the first. */
  tensorCount = 0;
  private pending: Pending | null = null;
  private lastId = 0;
  private running = true;
  private tellEnd!: (reason: Error) => void;

  private constructor(
    private readonly worker: Worker,
    readonly facts: EngineFacts,
  ) {
    this.ended = new Promise((resolve) => (this.tellEnd = resolve));
    worker.on('message', (message: EngineMessage) => this.settle(message));
    worker.on('error', (error) => this.end(new EngineFailedError(error)));
    worker.on('exit', (code) =>
      this.end(new EngineFailedError(new Error(`the engine's thread ended with code ${code}`))),
    );
  }

  /** Resolves once the engine is loaded and warm. Throws EngineFailedError when that fails or takes too long. */
  static start({ url, timeoutMs, signal }: StartOptions): Promise<EngineThread> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(url, { execArgv: [] });
      const stopListening = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
        worker.off('error', fail).off('exit', failOnExit).off('message', hear);
      };
      const refuse = (error: Error): void => {
        stopListening();
        // What it still has to say while it ends interests nobody, but an error that nobody hears ends the process.
        worker.on('error', () => undefined);
        void worker.terminate();
        reject(error);
      };
      const giveUp = (): void => refuse(new EngineStoppedError());
      const fail = (cause: unknown): void => refuse(new EngineFailedError(cause));
      const failOnExit = (code: number): void =>
        fail(new Error(`the engine's thread ended with code ${code} before it was ready`));
      const hear = (message: EngineMessage): void => {
        if (message.kind !== 'ready')
          return fail(new Error(message.kind === 'unusable' ? message.cause : message.kind));
        stopListening();
        resolve(new EngineThread(worker, message.facts));
      };
      const timer = setTimeout(
        () => fail(new Error(`the face engine was not ready within ${timeoutMs} ms`)),
        timeoutMs,
      );
      signal.addEventListener('abort', giveUp);
      worker.on('error', fail).on('exit', failOnExit).on('message', hear);
    });
  }

  get alive(): boolean {
    return this.running;
  }

  get idle(): boolean {
    return this.running && !this.pending;
  }

  /** A thread that does not answer in time is ended: it cannot be told to let go of a photo. */
  async answer(task: EngineTask, timeoutMs: number): Promise<Answer> {
    if (!this.idle) throw new EngineFailedError(new Error('the thread has ended or is at work'));
    const timer = setTimeout(() => this.end(new EngineTimeoutError(timeoutMs)), timeoutMs);
    try {
      return await new Promise<Answer>((resolve, reject) => {
        this.pending = { id: ++this.lastId, resolve, reject };
        // A copy is handed over instead of cloned: the caller's own pixels stay usable.
        const data = new Uint8Array(task.image.data);
        const request: EngineRequest = { id: this.lastId, task: { ...task, image: { ...task.image, data } } };
        this.worker.postMessage(request, [data.buffer]);
      });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends the thread; a photo at work is refused with EngineStoppedError. */
  async stop(): Promise<void> {
    this.end(new EngineStoppedError());
    await this.worker.terminate();
  }

  private settle(message: EngineMessage): void {
    if (message.kind !== 'done' && message.kind !== 'failed') return;
    const pending = this.pending;
    if (pending?.id !== message.id) return;
    this.pending = null;
    if (message.kind === 'failed') return pending.reject(new EngineFailedError(new Error(message.cause)));
    this.tensorCount = message.tensorCount;
    pending.resolve(message.answer);
  }

  private end(reason: Error): void {
    if (!this.running) return;
    this.running = false;
    void this.worker.terminate();
    this.tellEnd(reason);
    this.pending?.reject(reason);
    this.pending = null;
  }
}
