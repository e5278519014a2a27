import type { Server } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import type { GraphQLSchema } from 'graphql';
import { graphqlUploadExpress } from 'graphql-upload-ts';
import type { IsTrusted } from '../client-address.js';
import { DomainError } from '../errors.js';
import type { Logger } from '../logger.js';
import { bodyPace } from './body-pace.js';
import type { Context, ContextFor } from './context.js';
import { crossOrigin } from './cross-origin.js';
import { formatError } from './format-error.js';
import {
  MAX_DOCUMENT_TOKENS,
  MAX_DOCUMENTS_BYTES,
  MAX_JSON_BYTES,
  MAX_UPLOADING,
  MAX_UPLOADS,
  MAX_UPLOAD_BYTES,
} from './limits.js';
import type { OperationLimits, SentOperation } from './operation-limits.js';
import { contextOf, findContext } from './request-context.js';
import { SharedAnswers } from './shared-answers.js';
import { signedBodies } from './signed-bodies.js';
import { createTransportErrors } from './transport-errors.js';
import { uploadGate } from './upload-gate.js';
import type { Edge, Timing } from './web-server.js';

export interface GraphQLHttp {
  handlers: (RequestHandler | ErrorRequestHandler)[];
  stop(): Promise<void>;
}

/** GraphQL over HTTP POST, as JSON or by the GraphQL multipart request specification. */
export async function createGraphQLHttp(dependencies: {
  schema: GraphQLSchema;
  httpServer: Server;
  contextFor: ContextFor;
  logger: Logger;
  edge: Edge;
  limits: OperationLimits;
  isTrusted: IsTrusted;
  timing: Timing;
}): Promise<GraphQLHttp> {
  const { schema, httpServer, contextFor, logger, edge, limits, isTrusted, timing } = dependencies;
  const answers = new SharedAnswers(schema, timing.operationTimeoutMs);
  const apollo = new ApolloServer<Context>({
    schema,
    parseOptions: { maxTokens: MAX_DOCUMENT_TOKENS },
    // Who may ask about the schema is settled before, by the caller.
    introspection: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    documentStore: new InMemoryLRUCache({ maxSize: MAX_DOCUMENTS_BYTES }),
    // A browser sends none of these across sites without asking first; our pages and kiosks always send the last.
    csrfPrevention: { requestHeaders: ['x-apollo-operation-name', 'apollo-require-preflight', 'authorization'] },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger,
    formatError: (_formatted, error) => formatError(error, logger),
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer }),
      ApolloServerPluginLandingPageDisabled(),
      // It looks at every field of every row for hints that there are none of.
      ApolloServerPluginCacheControlDisabled(),
      answers.plugin,
    ],
    stringifyResult: answers.stringify,
  });
  await apollo.start();

  const onlyPost: RequestHandler = (request, response, next) => {
    if (request.method === 'POST') return next();
    response.status(405).set('Allow', 'POST');
    next(new DomainError('BAD_USER_INPUT', 'Send operations by POST.'));
  };
  const limitOperation: RequestHandler = (request, response, next) => {
    const { caller } = contextOf(response);
    const sent = (request.body ?? {}) as SentOperation;
    const problem = limits.problemOf(sent, { caller, maySubscribe: false });
    if (!problem) return next();
    response.status(400).json({ errors: [formatError(problem, logger)] });
  };

  const uploads = { maxFileSize: MAX_UPLOAD_BYTES, maxFiles: MAX_UPLOADS, maxFieldSize: MAX_JSON_BYTES };
  return {
    handlers: [
      crossOrigin(edge.corsOrigins),
      onlyPost,
      bodyPace({ everyMs: timing.bodyCheckMs, bytesPerSecond: timing.minBodyBytesPerSecond }),
      findContext({ contextFor, isTrusted }),
      uploadGate(MAX_UPLOADING),
      signedBodies(uploads),
      express.json({ limit: MAX_JSON_BYTES, inflate: false }),
      unlessRead(graphqlUploadExpress({ ...uploads, overrideSendResponse: false })),
      limitOperation,
      expressMiddleware(apollo, { context: async ({ res }) => contextOf(res) }),
      createTransportErrors(logger),
    ],
    stop: () => apollo.stop(),
  };
}

/** Leaves a body alone that was read with its signature. */
const unlessRead =
  (read: RequestHandler): RequestHandler =>
  (request, response, next) =>
    request.body === undefined ? read(request, response, next) : next();
