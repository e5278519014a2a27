import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { newId } from '../../ids.js';
import { listenOn } from '../../listen.js';
import type { Logger } from '../../logger.js';
import { inScope } from '../../request-scope.js';
import { isSameSecret } from '../../same-secret.js';
import { EngineBusyError, EngineStoppedError, EngineTimeoutError } from '../engine-errors.js';
import type { FaceEngine } from '../face-engine.js';
import type { EngineTask } from '../face-engine-messages.js';
import {
  decodeTask,
  encodeAnswer,
  FACTS_PATH,
  MAX_TASK_BYTES,
  MODELS_HEADER,
  nameOf,
  REFUSALS,
  REQUEST_HEADER,
  TASK_PATH,
  type EngineRefusal,
} from './engine-wire.js';

/** Photos that are received or analysed at once, each of up to MAX_TASK_BYTES; the engine's own queue is shorter. */
const MAX_UNDER_WAY = 64;
/** For a photo to arrive whole: 5 MB at 4 Mbit/s. */
const REQUEST_TIMEOUT_MS = 10_000;
const CONNECTION_CHECK_MS = 2_000;
/** Connections of other nodes that have nothing to ask are kept for so long. */
const KEEP_ALIVE_MS = 30_000;

export interface EngineServer {
  port: number;
  /** Answers what is at work; what comes meanwhile is sent to another node. */
  stop(): Promise<void>;
}

/**
 * Serves a face engine to other nodes of the installation, who know the secret. Whoever waits for `100 Continue`, as
 * remote-face-engine.ts does, sends no photo to a node that would not take it. Throws StartupError when it cannot listen.
 */
export async function serveEngine(dependencies: {
  engine: FaceEngine;
  /** Whether a photo would be analysed now. */
  isReady: () => boolean;
  port: number;
  host: string;
  secret: string;
  logger: Logger;
  maxUnderWay?: number;
}): Promise<EngineServer> {
  const { engine, isReady, host, secret, logger, maxUnderWay = MAX_UNDER_WAY } = dependencies;
  const { modelId, secondModelId, backend } = engine;
  let underWay = 0;
  let isStopping = false;

  const server = createServer({
    headersTimeout: REQUEST_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionsCheckingInterval: CONNECTION_CHECK_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
  });
  server.on('request', serve).on('checkContinue', serve);
  const port = await listenOn(server, dependencies.port, host, { port: 'RECOGNITION_PORT', host: 'RECOGNITION_HOST' });
  return {
    port,
    async stop() {
      isStopping = true;
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      await closed;
    },
  };

  function serve(request: IncomingMessage, response: ServerResponse): void {
    const { method } = request;
    const path = request.url?.split('?')[0];
    if (method === 'GET' && path === '/livez') return answerJson(response, 200, { status: 'live' });
    if (method === 'GET' && path === '/readyz') {
      const ready = isReady() && !isStopping;
      return answerJson(response, ready ? 200 : 503, { status: ready ? 'ready' : 'not ready' });
    }
    const isFacts = method === 'GET' && path === FACTS_PATH;
    if (!isFacts && !(method === 'POST' && path === TASK_PATH)) {
      return answerJson(response, 404, { error: 'NOT_FOUND' });
    }
    if (!isSameSecret(request.headers.authorization ?? '', `Bearer ${secret}`)) return refuse(response, 'UNAUTHORIZED');
    if (isFacts) return answerJson(response, 200, { modelId, secondModelId, backend });
    if (request.headers[MODELS_HEADER] !== nameOf(engine)) return refuse(response, 'OTHER_MODELS');
    if (isStopping) return refuse(response, 'STOPPED');
    if (underWay >= maxUnderWay) return refuse(response, 'BUSY');
    const bytes = Number(request.headers['content-length'] ?? NaN);
    if (!(bytes <= MAX_TASK_BYTES)) return refuse(response, 'TOO_LARGE');
    underWay++;
    void work(request, response, bytes).finally(() => underWay--);
  }

  async function work(request: IncomingMessage, response: ServerResponse, bytes: number): Promise<void> {
    const gone = new AbortController();
    response.once('close', () => {
      if (!response.writableFinished) gone.abort();
    });
    const requestId = idOf(request);
    try {
      if (request.headers.expect) response.writeContinue();
      const body = await readBody(request, bytes);
      const task = decode(body);
      if (!task) return refuse(response, 'MALFORMED');
      // Whoever has gone is out of the engine's queue as well.
      const answer = encodeAnswer(await inScope({ id: requestId, signal: gone.signal }, () => ask(engine, task)));
      if (isStopping) response.setHeader('connection', 'close');
      response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': answer.length });
      response.end(answer);
    } catch (err) {
      if (gone.signal.aborted || !request.complete) return;
      const why = refusalOf(err);
      if (why === 'FAILED') logger.error({ err, requestId }, 'a photo of another node could not be analysed');
      refuse(response, why);
    }
  }
}

const ask = (engine: FaceEngine, task: EngineTask) =>
  task.kind === 'analyze' ? engine.analyze(task.image, task.options) : engine.describeAgain(task.image, task.landmarks);

function decode(body: Buffer): EngineTask | null {
  try {
    return decodeTask(body);
  } catch {
    return null;
  }
}

function refusalOf(error: unknown): EngineRefusal {
  if (error instanceof EngineBusyError) return 'BUSY';
  if (error instanceof EngineStoppedError) return 'STOPPED';
  return error instanceof EngineTimeoutError ? 'TIMEOUT' : 'FAILED';
}

/** The connection ends with a refusal: a photo that nobody reads may still be on its way. */
function refuse(response: ServerResponse, error: EngineRefusal): void {
  response.setHeader('connection', 'close');
  answerJson(response, REFUSALS[error], { error });
}

function answerJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

/** The number that the asking node gave to its request, so that both logs name it. */
function idOf({ headers }: IncomingMessage): string {
  const id = headers[REQUEST_HEADER];
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : newId();
}

async function readBody(request: IncomingMessage, bytes: number): Promise<Buffer> {
  const body = Buffer.allocUnsafeSlow(bytes);
  let at = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) at += chunk.copy(body, at);
  return body.subarray(0, at);
}
