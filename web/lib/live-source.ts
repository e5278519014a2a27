import { createClient } from 'graphql-ws';
import { print, type DocumentNode } from 'graphql';

const KEEP_ALIVE_MS = 10_000;
const PONG_WITHIN_MS = 5_000;

export interface LiveSink<Data> {
  /** The server has accepted the connection. */
  connected(): void;
  next(data: Data): void;
  /** Over, for whatever reason; nothing follows. error: GraphQL errors, a close event, or undefined for a plain end. */
  ended(error?: unknown): void;
}

export interface LiveSource {
  /** One connection for one subscription, without any retry. Returns the function that ends it in silence. */
  subscribe<Data>(document: DocumentNode, variables: Record<string, unknown>, sink: LiveSink<Data>): () => void;
}

interface LiveSourceOptions {
  url: string;
  token: () => string | null;
  /** Instead of the browser's WebSocket. */
  webSocketImpl?: unknown;
}

/** Subscriptions by graphql-ws. Pings find a dead line within 15 s; who listens decides on when to come back. */
export function createLiveSource({ url, token, webSocketImpl }: LiveSourceOptions): LiveSource {
  return {
    subscribe<Data>(document: DocumentNode, variables: Record<string, unknown>, sink: LiveSink<Data>) {
      let silent = false;
      let pongTimer: ReturnType<typeof setTimeout> | undefined;
      const client = createClient({
        url,
        retryAttempts: 0,
        keepAlive: KEEP_ALIVE_MS,
        webSocketImpl,
        connectionParams: () => ({ authorization: `Bearer ${token() ?? ''}` }),
        on: {
          connected: () => !silent && sink.connected(),
          ping: (received) => {
            if (received) return;
            pongTimer = setTimeout(() => client.terminate(), PONG_WITHIN_MS);
          },
          pong: (received) => {
            if (received) clearTimeout(pongTimer);
          },
          closed: () => clearTimeout(pongTimer),
        },
      });
      const end = (error?: unknown): void => {
        if (silent) return;
        silent = true;
        void client.dispose();
        sink.ended(error);
      };
      client.subscribe<Data>(
        { query: print(document), variables },
        {
          next: ({ data, errors }) => {
            if (errors) end(errors);
            else if (data && !silent) sink.next(data);
          },
          error: end,
          complete: () => end(),
        },
      );
      return () => {
        silent = true;
        void client.dispose();
      };
    },
  };
}

/** The WebSocket address of the API beside the page that is open. */
export function liveUrl(page: { protocol: string; host: string }): string {
  return `${page.protocol === 'https:' ? 'wss:' : 'ws:'}//${page.host}/graphql`;
}
