import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartupError } from './errors.js';

/** The names of the settings that say where to listen. */
interface Settings {
  port: string;
  host: string;
}

/** Begins to listen; resolves to the port, where 0 takes a free one. Throws StartupError when it is taken or not allowed. */
export function listenOn(server: Server, port: number, host: string, settings: Settings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new StartupError([whyNot(error, port, host, settings)])),
    );
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function whyNot(error: NodeJS.ErrnoException, port: number, host: string, settings: Settings): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `${settings.port}: ${port} is in use by another program. Stop that, or set ${settings.port} to another number.`;
    case 'EACCES':
      return `${settings.port}: ${port} may not be used by this account. Set ${settings.port} to a number above 1023.`;
    default:
      return `${settings.host}: cannot listen on ${host}, port ${port} (${error.code}).`;
  }
}
