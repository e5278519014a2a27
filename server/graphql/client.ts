import type { IncomingMessage } from 'node:http';
import { clientAddress, type IsTrusted } from '../client-address.js';
import type { Client } from './context.js';

/** Where a request comes from, as far as it can be seen. */
export function clientOf(request: IncomingMessage, isTrusted: IsTrusted): Client {
  const { 'user-agent': userAgent = '', origin = '' } = request.headers;
  return { address: clientAddress(request, isTrusted), userAgent, origin };
}
