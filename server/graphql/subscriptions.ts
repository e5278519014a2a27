import type { IncomingMessage, Server } from 'node:http';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { CloseCode } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Logger } from '../logger.js';
import { DomainError } from '../errors.js';
import { pathOf } from './signed-requests.js';
import type { Context, ContextFor, RequestFacts } from './context.js';
import { formatError } from './format-error.js';
import {
  SUBSCRIPTION_CALLER_CHECK_MS,
  SUBSCRIPTION_INIT_TIMEOUT_MS,
  SUBSCRIPTION_MESSAGE_BYTES,
  SUBSCRIPTION_PING_MS,
} from './limits.js';

/**
 * GraphQL over WebSocket (graphql-ws) at the same path. `connectionParams.authorization` says who it is; a socket whose
 * token stops working is closed soon after.
 */
export function serveSubscriptions(dependencies: {
  schema: GraphQLSchema;
  httpServer: Server;
  path: string;
  contextFor: ContextFor;
  isLetIn: (context: Context) => Promise<boolean>;
  logger: Logger;
  callerCheckMs?: number | undefined;
}): { stop(): Promise<void> } {
  const { schema, httpServer, path, contextFor, isLetIn, logger } = dependencies;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: SUBSCRIPTION_MESSAGE_BYTES });
  httpServer.on('upgrade', (request, socket, head) => {
    if (request.url?.split('?')[0] !== path) socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
    else sockets.handleUpgrade(request, socket, head, (webSocket) => sockets.emit('connection', webSocket, request));
  });
  const format = (errors: readonly GraphQLError[]) => errors.map((error) => formatError(error, logger));
  /** Who opened which socket. */
  const openedBy = new Map<WebSocket, Context>();

  const server = useServer<{ authorization?: unknown }>(
    {
      schema,
      connectionInitWaitTimeout: SUBSCRIPTION_INIT_TIMEOUT_MS,
      context: ({ extra }) => openedBy.get(extra.socket)!,
      onConnect: async ({ connectionParams, extra }) => {
        try {
          openedBy.set(extra.socket, await contextFor(factsOf(extra.request, connectionParams?.authorization)));
          return true;
        } catch (error) {
          if (error instanceof DomainError) return false;
          throw error;
        }
      },
      onClose: ({ extra }) => void openedBy.delete(extra.socket),
      onError: (_context, _id, _payload, errors) => format(errors),
      onNext: (_context, _id, _payload, _args, result) => {
        if (result.errors) return { ...result, errors: format(result.errors) };
      },
    },
    sockets,
    SUBSCRIPTION_PING_MS,
  );

  const checkCallers = async () => {
    for (const [socket, context] of openedBy) {
      if (!(await isLetIn(context))) socket.close(CloseCode.Forbidden, 'Forbidden');
    }
  };
  const checking = setInterval(
    () => void checkCallers().catch((err: unknown) => logger.error({ err })),
    dependencies.callerCheckMs ?? SUBSCRIPTION_CALLER_CHECK_MS,
  );

  return {
    async stop() {
      clearInterval(checking);
      await server.dispose();
    },
  };
}

const factsOf = ({ method, url, headers }: IncomingMessage, authorization: unknown): RequestFacts => ({
  authorization: typeof authorization === 'string' ? authorization : undefined,
  method: method ?? '',
  path: pathOf(url ?? ''),
  contentDigest: null,
  origin: headers.origin ?? null,
});
