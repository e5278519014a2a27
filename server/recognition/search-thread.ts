import { Worker } from 'node:worker_threads';
import { EngineFailedError, EngineStoppedError } from './engine-errors.js';
import { engineThreadUrl } from './engine-thread-url.js';
import type { SearchAnswer, SearchRequest } from './search-messages.js';
import type { Found, Query } from './search.js';

interface Pending {
  resolve: (found: Found[]) => void;
  reject: (error: Error) => void;
}

/** Searches a gallery's memory in a thread of its own, which starts with the first query and keeps no process alive. */
export class SearchThread {
  private worker: Worker | null = null;
  private readonly pending = new Map<number, Pending>();
  private lastId = 0;

  constructor(private readonly memory: WebAssembly.Memory) {}

  /** Throws EngineFailedError when the thread is lost; the next query starts a new one. */
  find(query: Query): Promise<Found[]> {
    return new Promise((resolve, reject) => {
      this.worker ??= this.start();
      this.worker.ref();
      const request: SearchRequest = { id: ++this.lastId, query };
      this.pending.set(request.id, { resolve, reject });
      this.worker.postMessage(request);
    });
  }

  /** Refuses what is under way with EngineStoppedError. */
  async stop(): Promise<void> {
    const { worker } = this;
    if (!worker) return;
    this.lose(worker, new EngineStoppedError());
    await worker.terminate();
  }

  private start(): Worker {
    const worker = new Worker(engineThreadUrl('search-worker'), { execArgv: [], workerData: this.memory });
    worker.on('message', (answer: SearchAnswer) => this.settle(answer));
    worker.on('error', (error) => this.lose(worker, new EngineFailedError(error)));
    worker.on('exit', (code) =>
      this.lose(worker, new EngineFailedError(new Error(`the search thread ended with code ${code}`))),
    );
    return worker;
  }

  private settle(answer: SearchAnswer): void {
    const pending = this.pending.get(answer.id);
    this.pending.delete(answer.id);
    if (this.pending.size === 0) this.worker?.unref();
    if (answer.kind === 'found') pending?.resolve(answer.found);
    else pending?.reject(new EngineFailedError(new Error(answer.cause)));
  }

  private lose(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = null;
    for (const { reject } of this.pending.values()) reject(error);
    this.pending.clear();
  }
}
