import * as http from 'node:http';
import * as https from 'node:https';
import { EngineBusyError, EngineFailedError, EngineTimeoutError } from '../engine-errors.js';
import type { EngineAnswers, EngineFacts, EngineTask } from '../face-engine-messages.js';
import {
  decodeAnswer,
  FACTS_PATH,
  factsSchema,
  MODELS_HEADER,
  nameOf,
  refusalSchema,
  REQUEST_HEADER,
  TASK_PATH,
  type EngineModels,
  type EngineRefusal,
} from './engine-wire.js';

/** Many faces with both templates take 10 kB each. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

/** Nobody answers there, or not as a node that recognises: another one may. */
export class NodeUnreachableError extends Error {}

/** A node with another secret or other models: somebody has to mend the set-up. `setting` is where to look. */
export class NodeMisfitError extends Error {
  constructor(
    readonly setting: 'RECOGNITION_SECRET' | 'RECOGNITION_URL',
    message: string,
  ) {
    super(message);
  }
}

export interface EngineNodeOptions {
  /** An origin. */
  url: string;
  secret: string;
  models: EngineModels;
  /** For the node to say that it takes a photo; one that hangs is found out by it. */
  takeTimeoutMs: number;
  /** For a photo, all in all. */
  timeoutMs: number;
}

interface Reply {
  status: number;
  body: Buffer;
}

/** One node that recognises, as others see it. Connections are kept and used again. */
export class EngineNode {
  /** Tasks that this server waits for there. */
  underWay = 0;
  private readonly agent: http.Agent;
  private readonly transport: typeof http | typeof https;

  constructor(private readonly options: EngineNodeOptions) {
    this.transport = options.url.startsWith('https:') ? https : http;
    // The connection that was used last is the least likely to have been closed meanwhile.
    this.agent = new this.transport.Agent({ keepAlive: true, scheduling: 'lifo' });
  }

  get url(): string {
    return this.options.url;
  }

  /** What runs there. Throws NodeUnreachableError, or NodeMisfitError. */
  async facts(signal: AbortSignal): Promise<EngineFacts> {
    const reply = await this.send('GET', FACTS_PATH, { signal });
    if (reply.status !== 200) throw this.errorOf(reply);
    const facts = this.read(() => factsSchema.parse(JSON.parse(reply.body.toString())));
    if (nameOf(facts) !== nameOf(this.options.models)) throw this.otherModels(`runs ${nameOf(facts)}`);
    return facts;
  }

  /**
   * Throws NodeUnreachableError, NodeMisfitError, or what the engine there said: EngineBusyError, EngineTimeoutError,
   * EngineFailedError. After the signal it throws anything.
   */
  async ask<Kind extends EngineTask['kind']>(
    kind: Kind,
    body: Buffer,
    { signal, requestId }: { signal: AbortSignal; requestId: string | undefined },
  ): Promise<EngineAnswers[Kind]> {
    this.underWay++;
    try {
      const headers = {
        [MODELS_HEADER]: nameOf(this.options.models),
        ...(requestId && { [REQUEST_HEADER]: requestId }),
      };
      const reply = await this.send('POST', TASK_PATH, { signal, headers, body });
      if (reply.status !== 200) throw this.errorOf(reply);
      return this.read(() => decodeAnswer(kind, reply.body));
    } finally {
      this.underWay--;
    }
  }

  stop(): void {
    this.agent.destroy();
  }

  private read<T>(decode: () => T): T {
    try {
      return decode();
    } catch (error) {
      throw new NodeUnreachableError(`${this.url} gave no answer that can be read`, { cause: error });
    }
  }

  private errorOf({ status, body }: Reply): Error {
    switch (refusalIn(body)) {
      case 'BUSY':
        return new EngineBusyError();
      case 'TIMEOUT':
        return new EngineTimeoutError(this.options.timeoutMs);
      case 'UNAUTHORIZED':
        return new NodeMisfitError('RECOGNITION_SECRET', `${this.url} knows another secret`);
      case 'OTHER_MODELS':
        return this.otherModels('runs others');
      case 'FAILED':
      case 'MALFORMED':
      case 'TOO_LARGE':
        return new EngineFailedError(new Error(`${this.url} answered ${body.toString()}; its log may say more`));
      case 'STOPPED':
      case null:
        return new NodeUnreachableError(`${this.url} answered ${status}`);
    }
  }

  private otherModels(what: string): NodeMisfitError {
    const wanted = nameOf(this.options.models);
    return new NodeMisfitError(
      'RECOGNITION_URL',
      `${this.url} ${what}, here ${wanted} are wanted. Bring all nodes to one version`,
    );
  }

  /** A connection that was kept and that the other side closed meanwhile is no failure: the next one is a new one. */
  private async send(...call: Parameters<EngineNode['sendOnce']>): Promise<Reply> {
    try {
      return await this.sendOnce(...call).catch((error: unknown) => {
        if (!(error instanceof StaleConnectionError)) throw error;
        return this.sendOnce(...call);
      });
    } catch (error) {
      const { message, code = message } = error as NodeJS.ErrnoException;
      throw new NodeUnreachableError(`${this.url} cannot be reached (${code})`, { cause: error });
    }
  }

  private sendOnce(
    method: string,
    path: string,
    { signal, headers, body }: { signal: AbortSignal; headers?: Record<string, string>; body?: Buffer },
  ): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const { url, secret, takeTimeoutMs } = this.options;
      const request = this.transport.request(new URL(path, url), {
        method,
        agent: this.agent,
        signal,
        headers: {
          authorization: `Bearer ${secret}`,
          ...headers,
          // A photo is sent to a node that said it takes it, and to no other.
          ...(body && { 'content-length': body.length, expect: '100-continue' }),
        },
      });
      let isHeard = false;
      const taking = setTimeout(() => {
        // What came while this process was busy is read first.
        setImmediate(() => isHeard || request.destroy(new Error(`no word within ${takeTimeoutMs} ms`)));
      }, takeTimeoutMs);
      for (const event of ['continue', 'response', 'close']) {
        request.once(event, () => {
          isHeard = true;
          clearTimeout(taking);
        });
      }
      request.once('error', (error) => {
        const isStale = request.reusedSocket && (error as NodeJS.ErrnoException).code === 'ECONNRESET';
        reject(isStale ? new StaleConnectionError() : error);
      });
      request.once('continue', () => request.end(body));
      request.once('response', (response) => {
        readAll(response)
          .then((answer) => resolve({ status: response.statusCode!, body: answer }), reject)
          // Refused before the photo was sent: that is not to come any more.
          .finally(() => request.writableEnded || request.destroy());
      });
      if (body) request.flushHeaders();
      else request.end();
    });
  }
}

class StaleConnectionError extends Error {}

/** Null where a proxy or somebody else answered. */
function refusalIn(body: Buffer): EngineRefusal | null {
  try {
    return refusalSchema.parse(JSON.parse(body.toString())).error;
  } catch {
    return null;
  }
}

async function readAll(response: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) throw new Error(`an answer of more than ${MAX_ANSWER_BYTES} bytes`);
  }
  return Buffer.concat(chunks);
}
