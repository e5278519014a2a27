import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { MessageType } from 'graphql-ws';
import { clientFrame, FrameCounter, Opcode } from './frame-counter.js';

const END_OF_HEADERS = '\r\n\r\n';
/** One for all: what is read is looked at before the next one reads. */
const buffer = Buffer.alloc(64 * 1024);

/**
 * A subscriber by graphql-ws that costs as little as one can: a bare socket whose frames are counted, not parsed. It answers
 * pings, as else it would be cut off.
 */
export class BenchSubscriber {
  private readonly counter = new FrameCounter((opcode, payload) => this.take(opcode, payload));
  private kept: ((payload: string) => void) | null = null;
  /** Headers of the answer to the upgrade, until they are whole. */
  private upgrade: string | null = '';
  private upgraded: () => void = () => undefined;
  private onMessage: () => void = () => undefined;

  private constructor(private readonly socket: Socket) {}

  /** Subscribes; `onMessage` is called for each message from then on. Throws where the server does not take it. */
  static async open(
    url: URL,
    {
      token,
      query,
      variables,
      onMessage,
    }: { token: string | undefined; query: string; variables: object; onMessage: () => void },
  ): Promise<BenchSubscriber> {
    const callback = (bytes: number): boolean => {
      subscriber.read(buffer.subarray(0, bytes));
      return true;
    };
    const socket = connect({ host: url.hostname, port: Number(url.port), onread: { buffer, callback } });
    const subscriber = new BenchSubscriber(socket);
    await once(socket, 'connect');
    socket.setNoDelay(true);
    await subscriber.begin(url);
    const payload = token ? { authorization: `Bearer ${token}` } : {};
    await subscriber.ask({ type: MessageType.ConnectionInit, payload }, MessageType.ConnectionAck);
    subscriber.onMessage = onMessage;
    const id = randomBytes(8).toString('hex');
    subscriber.send({ id, type: MessageType.Subscribe, payload: { query, variables } });
    return subscriber;
  }

  /** The payload of the next message, as it came. */
  keepNext(): Promise<string> {
    this.counter.isKeeping = true;
    return new Promise((resolve) => (this.kept = resolve));
  }

  end(): void {
    this.socket.destroy();
  }

  private async begin(url: URL): Promise<void> {
    const upgraded = new Promise<void>((resolve) => (this.upgraded = resolve));
    this.socket.write(
      [
        `GET ${url.pathname} HTTP/1.1`,
        `Host: ${url.host}`,
        'Upgrade: websocket',
        'Connection: Upgrade',
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Protocol: graphql-transport-ws',
      ].join('\r\n') + END_OF_HEADERS,
    );
    await upgraded;
  }

  private async ask(message: object, expected: string): Promise<void> {
    const answer = this.keepNext();
    this.send(message);
    const { type } = JSON.parse(await answer) as { type: string };
    if (type !== expected) throw new Error(`a subscriber got ${type} instead of ${expected}`);
  }

  private send(message: object): void {
    this.socket.write(clientFrame(Opcode.Text, JSON.stringify(message)));
  }

  private read(chunk: Buffer): void {
    if (this.upgrade === null) return this.counter.read(chunk);
    this.upgrade += chunk.toString('latin1');
    const end = this.upgrade.indexOf(END_OF_HEADERS);
    if (end < 0) return;
    if (!this.upgrade.startsWith('HTTP/1.1 101 ')) throw new Error(`no WebSocket: ${this.upgrade.slice(0, end)}`);
    const rest = Buffer.from(this.upgrade.slice(end + END_OF_HEADERS.length), 'latin1');
    this.upgrade = null;
    this.upgraded();
    this.counter.read(rest);
  }

  private take(opcode: number, payload: Buffer): void {
    if (opcode === Opcode.Ping) return void this.socket.write(clientFrame(Opcode.Pong, payload));
    if (opcode !== Opcode.Text) throw new Error(`a subscriber got a frame of kind ${opcode}`);
    this.onMessage();
    if (!this.kept) return;
    this.kept(payload.toString());
    this.kept = null;
    this.counter.isKeeping = false;
  }
}
