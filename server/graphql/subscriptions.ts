import type { Server } from 'node:http';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { CloseCode } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Logger } from '../logger.js';
import type { Context } from './context.js';
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
  contextFor: (authorization: string | undefined, address: string | undefined) => Promise<Context>;
  logger: Logger;
  callerCheckMs?: number | undefined;
}): { stop(): Promise<void> } {
  const { schema, httpServer, path, contextFor, logger } = dependencies;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: SUBSCRIPTION_MESSAGE_BYTES });
  httpServer.on('upgrade', (request, socket, head) => {
    if (request.url?.split('?')[0] !== path) socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
    else sockets.handleUpgrade(request, socket, head, (webSocket) => sockets.emit('connection', webSocket, request));
  });
  const format = (errors: readonly GraphQLError[]) => errors.map((error) => formatError(error, logger));
  /** The sockets that came with a token, and that token. */
  const tokens = new Map<WebSocket, string>();

  const server = useServer<{ authorization?: unknown }>(
    {
      schema,
      connectionInitWaitTimeout: SUBSCRIPTION_INIT_TIMEOUT_MS,
      context: ({ connectionParams, extra }) =>
        contextFor(asString(connectionParams?.authorization), extra.request.socket.remoteAddress),
      onConnect: ({ connectionParams, extra }) => {
        const token = asString(connectionParams?.authorization);
        if (token) tokens.set(extra.socket, token);
      },
      onDisconnect: ({ extra }) => void tokens.delete(extra.socket),
      onError: (_context, _id, _payload, errors) => format(errors),
      onNext: (_context, _id, _payload, _args, result) => {
        if (result.errors) return { ...result, errors: format(result.errors) };
      },
    },
    sockets,
    SUBSCRIPTION_PING_MS,
  );

  const checkCallers = async () => {
    for (const [socket, token] of tokens) {
      const { caller } = await contextFor(token, undefined);
      if (!caller) socket.close(CloseCode.Forbidden, 'Forbidden');
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

const asString = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
