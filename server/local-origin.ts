/** The address at which a browser on this machine reaches the server. */
export function localOrigin({ host, port }: { host: string; port: number }): string {
  return `http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${port}`;
}
