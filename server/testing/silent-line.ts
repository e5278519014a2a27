import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to a server that can fall silent as a network does: nothing gets through, and nobody is told. */
export interface SilentLine {
  /** The server's, through this line. */
  url: URL;
  /** Of the connections there are; later ones work. */
  silence(): void;
  stop(): void;
}

export async function startSilentLine(server: URL): Promise<SilentLine> {
  const [sockets, silent] = [new Set<Socket>(), new Set<Socket>()];
  const join = (from: Socket, to: Socket): void => {
    sockets.add(from);
    from.on('data', (bytes) => silent.has(from) || to.write(bytes));
    from.on('error', () => undefined);
    from.on('close', () => silent.has(from) || to.destroy());
  };
  const line = createServer((near) => {
    const far = connect(Number(server.port), server.hostname);
    join(near, far);
    join(far, near);
  });
  line.listen(0, '127.0.0.1');
  await once(line, 'listening');
  const url = new URL(server);
  url.port = `${(line.address() as AddressInfo).port}`;
  return {
    url,
    silence: () => sockets.forEach((socket) => silent.add(socket)),
    stop() {
      line.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
