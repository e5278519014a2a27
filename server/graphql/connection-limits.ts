import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf, plain, type IsTrusted } from '../client-address.js';

/** Closes connections beyond so many in all, and beyond so many from one address; proxies of ours may have as many as there are. */
export function limitConnections(
  server: Server,
  { most, mostPerAddress, isTrusted }: { most: number; mostPerAddress: number; isTrusted: IsTrusted },
): void {
  server.maxConnections = most;
  const open = new Counts();
  server.on('connection', (socket: Socket) => {
    const address = plain(socket.remoteAddress ?? '');
    if (isTrusted(address)) return;
    const close = open.add(networkOf(address), mostPerAddress);
    if (close) socket.once('close', close);
    else socket.destroy();
  });
}

/** How many there are of something, by key. */
export class Counts {
  private readonly counts = new Map<string, number>();

  /** Counts one more, and gives what counts it off again; null when there are `most` already. */
  add(key: string, most: number): (() => void) | null {
    const count = this.counts.get(key) ?? 0;
    if (count >= most) return null;
    this.counts.set(key, count + 1);
    return () => {
      const left = this.counts.get(key)! - 1;
      if (left > 0) this.counts.set(key, left);
      else this.counts.delete(key);
    };
  }
}
