import { Worker } from 'node:worker_threads';
import { EngineFailedError, EngineStoppedError, EngineTimeoutError } from './engine-errors.js';
import type { DetectedFace, FaceEngine, PixelImage } from './face-engine.js';
import type { AnalyzeRequest, EngineMessage } from './face-engine-messages.js';

interface Pending {
  id: number;
  resolve: (faces: DetectedFace[]) => void;
  reject: (error: Error) => void;
}

/** One thread with a face engine in it, from its start to its end; one photo at a time. */
export class EngineThread {
  private pending: Pending | null = null;
  private lastId = 0;
  private ended = false;

  private constructor(
    private readonly worker: Worker,
    readonly modelId: string,
    readonly backend: FaceEngine['backend'],
  ) {
    worker.on('message', (message: EngineMessage) => this.settle(message));
    worker.on('error', (error) => this.end(new EngineFailedError(error)));
    worker.on('exit', (code) =>
      this.end(new EngineFailedError(new Error(`the engine's thread ended with code ${code}`))),
    );
  }

  /** Resolves once the engine is loaded and warm. Throws EngineFailedError when that fails or takes too long. */
  static start({ url, timeoutMs }: { url: URL; timeoutMs: number }): Promise<EngineThread> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(url, { execArgv: [] });
      const stopListening = (): void => {
        clearTimeout(timer);
        worker.off('error', fail).off('exit', failOnExit).off('message', hear);
      };
      const fail = (cause: unknown): void => {
        stopListening();
        // What it still has to say while it ends interests nobody, but an error that nobody hears ends the process.
        worker.on('error', () => undefined);
        void worker.terminate();
        reject(new EngineFailedError(cause));
      };
      const failOnExit = (code: number): void =>
        fail(new Error(`the engine's thread ended with code ${code} before it was ready`));
      const hear = (message: EngineMessage): void => {
        if (message.kind !== 'ready')
          return fail(new Error(message.kind === 'unusable' ? message.cause : message.kind));
        stopListening();
        resolve(new EngineThread(worker, message.modelId, message.backend));
      };
      const timer = setTimeout(
        () => fail(new Error(`the face engine was not ready within ${timeoutMs} ms`)),
        timeoutMs,
      );
      worker.on('error', fail).on('exit', failOnExit).on('message', hear);
    });
  }

  get alive(): boolean {
    return !this.ended;
  }

  /** A thread that does not answer in time is ended: it cannot be told to let go of a photo. */
  async analyze(image: PixelImage, timeoutMs: number): Promise<DetectedFace[]> {
    if (this.ended || this.pending) throw new EngineFailedError(new Error('the thread has ended or is at work'));
    const timer = setTimeout(() => this.end(new EngineTimeoutError(timeoutMs)), timeoutMs);
    try {
      return await new Promise<DetectedFace[]>((resolve, reject) => {
        this.pending = { id: ++this.lastId, resolve, reject };
        // A copy is handed over instead of cloned: the caller's own pixels stay usable.
        const data = new Uint8Array(image.data);
        const request: AnalyzeRequest = { id: this.lastId, image: { ...image, data } };
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
    if (message.kind !== 'faces' && message.kind !== 'failed') return;
    const pending = this.pending;
    if (pending?.id !== message.id) return;
    this.pending = null;
    if (message.kind === 'faces') pending.resolve(message.faces);
    else pending.reject(new EngineFailedError(new Error(message.cause)));
  }

  private end(error: Error): void {
    if (this.ended) return;
    this.ended = true;
    void this.worker.terminate();
    this.pending?.reject(error);
    this.pending = null;
  }
}
