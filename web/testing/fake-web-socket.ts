interface Frame {
  type: string;
  id?: string;
  payload?: unknown;
}

/** The socket opened last, which a test speaks for the server on. */
export const openedSockets: FakeWebSocket[] = [];

/** A WebSocket that graphql-ws can use: the test answers in the server's place. */
export class FakeWebSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readyState = FakeWebSocket.CONNECTING;
  sent: Frame[] = [];
  onopen: (() => void) | null = null;
  onclose: ((event: { code: number; reason: string; wasClean: boolean }) => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;

  constructor() {
    openedSockets.push(this);
  }

  send(data: string): void {
    this.sent.push(JSON.parse(data));
  }

  close(code = 1000, reason = ''): void {
    if (this.readyState === FakeWebSocket.CLOSED) return;
    this.readyState = FakeWebSocket.CLOSED;
    this.onclose?.({ code, reason, wasClean: code === 1000 });
  }

  /** Opens the line and lets the client in. */
  accept(): void {
    this.readyState = FakeWebSocket.OPEN;
    this.onopen?.();
    this.say({ type: 'connection_ack' });
  }

  say(frame: Frame): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  sentOf(type: string): Frame[] {
    return this.sent.filter((frame) => frame.type === type);
  }
}
