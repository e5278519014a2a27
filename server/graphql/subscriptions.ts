import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  createSourceEventStream,
  execute,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import {
  CloseCode,
  handleProtocols,
  makeServer,
  type Context as SocketContext,
  type SubscribePayload,
} from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { clientAddress, networkOf, type IsTrusted } from '../client-address.js';
import { DomainError } from '../errors.js';
import type { Logger } from '../logger.js';
import { inScope } from '../request-scope.js';
import { certainSubscription } from './certain-subscription.js';
import { ConnectionGroups, sizeOf } from './connection-groups.js';
import { Counts } from './connection-limits.js';
import type { Context, ContextFor, Renew } from './context.js';
import { mayOpenFrom } from './cross-origin.js';
import { formatError } from './format-error.js';
import {
  MAX_DOCUMENT_TOKENS,
  MAX_OPERATIONS_PER_CALLER,
  MAX_OPERATIONS_PER_SOCKET,
  SUBSCRIPTION_MESSAGE_BYTES,
} from './limits.js';
import type { OperationLimits } from './operation-limits.js';
import { openSocket, type Extra } from './open-socket.js';
import { LiveResults } from './live-results.js';
import { relay, type Wire } from './relay.js';
import { factsOf } from './request-context.js';
import { openScope } from './request-scopes.js';
import { closeSocket } from './socket-guard.js';
import type { Edge, Timing } from './web-server.js';

/** Of WebSocket: the server is stopping. */
const GOING_AWAY = 1001;

interface Params extends Record<string, unknown> {
  authorization?: unknown;
}
type Connection = SocketContext<Params, Extra>;

export interface Subscriptions {
  /** WebSockets, and operations under way on them. */
  countOpen(): { sockets: number; operations: number };
  stop(): Promise<void>;
}

/**
 * GraphQL over WebSocket (graphql-ws) at the same path, within the same limits. `connectionParams.authorization` says who
 * it is; a socket whose token stops working is closed soon after.
 */
export function serveSubscriptions(dependencies: {
  schema: GraphQLSchema;
  httpServer: Server;
  path: string;
  contextFor: ContextFor;
  renew: Renew;
  logger: Logger;
  edge: Edge;
  limits: OperationLimits;
  isTrusted: IsTrusted;
  timing: Timing;
}): Subscriptions {
  const { schema, httpServer, path, contextFor, renew, logger, edge, limits, isTrusted, timing } = dependencies;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: SUBSCRIPTION_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols,
  });
  const perAddress = new Counts();
  httpServer.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A peer may be gone at any moment; an error that nobody hears would end the process.
    socket.on('error', () => undefined);
    if (request.url?.split('?')[0] !== path) return refuse(socket, '404 Not Found');
    if (!mayOpenFrom(request, edge.corsOrigins)) return refuse(socket, '403 Forbidden');
    const network = networkOf(clientAddress(request, isTrusted));
    const countOff = perAddress.add(network, edge.maxConnectionsPerAddress);
    if (!countOff) return refuse(socket, '429 Too Many Requests');
    socket.once('close', countOff);
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.setMaxListeners(2 * MAX_OPERATIONS_PER_SOCKET);
      openSocket({ socket: webSocket, request }, { server, timing, logger });
    });
  });

  const groups = new ConnectionGroups<Connection>();
  /** The socket that an operation came by and its id there, by its context. */
  const cameBy = new WeakMap<object, { wire: Wire; id: string }>();
  const results = new LiveResults();
  /** As whom each connection was opened: a proof of a kiosk holds for one opening. */
  const openedAs = new Map<Connection, Context>();
  const format = (errors: readonly GraphQLError[]) => errors.map((error) => formatError(error, logger));

  const serialise = (result: ExecutionResult): string =>
    JSON.stringify(result.errors ? { ...result, errors: format(result.errors) } : result);

  const server = makeServer<Params, Extra>({
    connectionInitWaitTimeout: timing.initTimeoutMs,
    onConnect: async (connection) => {
      const { connectionParams, extra } = connection;
      try {
        const facts = factsOf(extra.request, asString(connectionParams?.authorization), isTrusted);
        openedAs.set(connection, await contextFor(facts));
        return true;
      } catch (error) {
        if (error instanceof DomainError) return false;
        throw error;
      }
    },
    onSubscribe: async (connection, id, payload) => {
      try {
        return await prepare(connection, id, payload);
      } catch (error) {
        return [graphQLErrorOf(error)];
      }
    },
    execute: async (args) => {
      const scope = openScope(timing.operationTimeoutMs);
      const socket = cameBy.get(args.contextValue as object)?.wire.socket;
      socket?.once('close', scope.abandon);
      try {
        return await inScope(scope, () => execute(args));
      } catch (error) {
        return { errors: [graphQLErrorOf(error)] };
      } finally {
        scope.close();
        socket?.off('close', scope.abandon);
      }
    },
    subscribe: async (args) => {
      try {
        const events = await createSourceEventStream(args);
        if (!(Symbol.asyncIterator in events)) return events;
        const { payloadsOf, leave } = results.join(args, serialise);
        return relay(events, { ...cameBy.get(args.contextValue as object)!, payloadsOf, onEnd: leave });
      } catch (error) {
        return { errors: [graphQLErrorOf(error)] };
      }
    },
    onError: (_connection, _id, _payload, errors) => format(errors),
    onNext: (_connection, _id, _payload, _args, result) => {
      if (result.errors) return { ...result, errors: format(result.errors) };
    },
    onClose: (connection) => {
      groups.leave(connection);
      openedAs.delete(connection);
    },
  });

  /** What is to be carried out, or what is wrong with it. Throws when it is too much at once, or does not parse. */
  async function prepare(
    connection: Connection,
    id: string,
    { query, operationName, variables }: SubscribePayload,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> {
    const context = await renew(openedAs.get(connection)!);
    if (!context) throw new DomainError('UNAUTHENTICATED', 'Sign in anew: this connection is no longer let in.');
    const { caller } = context;
    const source = caller?.source ?? networkOf(context.address);
    groups.join(connection, source);
    if (sizeOf(connection.subscriptions) > MAX_OPERATIONS_PER_SOCKET) throw tooMany(MAX_OPERATIONS_PER_SOCKET);
    if (groups.operationsOf(source) > MAX_OPERATIONS_PER_CALLER) throw tooMany(MAX_OPERATIONS_PER_CALLER);
    const problem = limits.problemOf({ query, variables }, { caller, maySubscribe: true });
    if (problem) throw problem;
    const document = parse(query, { maxTokens: MAX_DOCUMENT_TOKENS });
    const errors = validate(schema, document, [...specifiedRules, certainSubscription]);
    if (errors.length > 0) return errors;
    const { socket, request } = connection.extra;
    cameBy.set(context, { wire: { socket, connection: request.socket }, id });
    return { schema, document, operationName, variableValues: variables, contextValue: context };
  }

  /** Asks once for all connections of a caller. */
  const checkCallers = async () => {
    const mayStay = new Map<string, boolean>();
    for (const [connection, context] of openedAs) {
      const whose = JSON.stringify([context.token, context.caller?.id]);
      if (!mayStay.has(whose)) mayStay.set(whose, (await renew(context)) !== null);
      if (!mayStay.get(whose)) connection.extra.socket.close(CloseCode.Forbidden, 'Forbidden');
    }
  };
  const checking = setInterval(
    () => void checkCallers().catch((err: unknown) => logger.error({ err })),
    timing.callerCheckMs,
  );

  return {
    countOpen: () => ({
      sockets: sockets.clients.size,
      operations: [...openedAs.keys()].reduce((sum, { subscriptions }) => sum + sizeOf(subscriptions), 0),
    }),
    async stop() {
      clearInterval(checking);
      for (const socket of sockets.clients) closeSocket(socket, GOING_AWAY, 'Going away');
      await new Promise<void>((resolve) => sockets.close(() => resolve()));
    },
  };
}

const tooMany = (most: number) =>
  new DomainError('BUSY', `Too much is under way on this connection: ${most} operations at most.`);

const graphQLErrorOf = (error: unknown): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError('unexpected', { originalError: error as Error });

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

const asString = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
