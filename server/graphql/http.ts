import type { Server } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import type { GraphQLSchema } from 'graphql';
import { graphqlUploadExpress } from 'graphql-upload-ts';
import type { Logger } from '../logger.js';
import type { Context } from './context.js';
import { formatError } from './format-error.js';
import { MAX_DOCUMENT_TOKENS, MAX_JSON_BYTES, MAX_UPLOADS, MAX_UPLOAD_BYTES } from './limits.js';
import { createTransportErrors } from './transport-errors.js';

export interface GraphQLHttp {
  handlers: (RequestHandler | ErrorRequestHandler)[];
  stop(): Promise<void>;
}

/** GraphQL over HTTP POST, as JSON or by the GraphQL multipart request specification. */
export async function createGraphQLHttp(dependencies: {
  schema: GraphQLSchema;
  httpServer: Server;
  contextFor: (authorization: string | undefined, address: string | undefined) => Promise<Context>;
  logger: Logger;
}): Promise<GraphQLHttp> {
  const { schema, httpServer, contextFor, logger } = dependencies;
  const apollo = new ApolloServer<Context>({
    schema,
    parseOptions: { maxTokens: MAX_DOCUMENT_TOKENS },
    allowBatchedHttpRequests: false,
    // A browser sends none of these across sites without asking first; our pages and kiosks always send the last.
    csrfPrevention: { requestHeaders: ['x-apollo-operation-name', 'apollo-require-preflight', 'authorization'] },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger,
    formatError: (_formatted, error) => formatError(error, logger),
    plugins: [ApolloServerPluginDrainHttpServer({ httpServer }), ApolloServerPluginLandingPageDisabled()],
  });
  await apollo.start();

  return {
    handlers: [
      express.json({ limit: MAX_JSON_BYTES }),
      graphqlUploadExpress({
        maxFileSize: MAX_UPLOAD_BYTES,
        maxFiles: MAX_UPLOADS,
        maxFieldSize: MAX_JSON_BYTES,
        overrideSendResponse: false,
      }),
      expressMiddleware(apollo, { context: ({ req }) => contextFor(req.headers.authorization, req.ip) }),
      createTransportErrors(logger),
    ],
    stop: () => apollo.stop(),
  };
}
