import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Tells whether a peer is a proxy of ours, whose word about its clients counts. */
export type IsTrusted = (address: string) => boolean;

/** Proxies further away than this are not ours. */
const MAX_HOPS = 10;

/** `proxies` are addresses, or networks such as 10.0.0.0/8. Throws RangeError for one that is neither. */
export function trustIn(proxies: readonly string[]): IsTrusted {
  const list = new BlockList();
  for (const proxy of proxies) {
    const { address, family, bits } = networkIn(proxy);
    if (bits === null) list.addAddress(address, family);
    else list.addSubnet(address, bits, family);
  }
  return (address) => {
    const family = familyOf(address);
    return family !== null && list.check(address, family);
  };
}

/** Whether a text is an address or a network. */
export function isProxy(text: string): boolean {
  try {
    networkIn(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Who a request comes from: the peer itself, unless that is a proxy of ours; then the last address in X-Forwarded-For
 * that is none. What clients write into the header themselves lies before that, and is never looked at.
 */
export function clientAddress({ socket, headers }: IncomingMessage, isTrusted: IsTrusted): string {
  let address = plain(socket.remoteAddress ?? '');
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
  for (let hop = 0; hop < MAX_HOPS && isTrusted(address); hop++) {
    const before = plain(forwarded.pop()?.trim() ?? '');
    if (!isIP(before)) break;
    address = before;
  }
  return address;
}

/** Whether the client's connection is encrypted, as far as the proxy in front of us says. */
export function isSecure({ socket, headers }: IncomingMessage, isTrusted: IsTrusted): boolean {
  if (!isTrusted(plain(socket.remoteAddress ?? ''))) return false;
  return (
    String(headers['x-forwarded-proto'] ?? '')
      .split(',')
      .pop()!
      .trim() === 'https'
  );
}

/** What limits are counted by: a customer of IPv6 has a whole /64 to send from. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail?.split(':').filter(Boolean) ?? [];
  const whole = [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back];
  return `${whole.slice(0, 4).join(':')}::/64`;
}

/** An IPv4 address within IPv6 is itself; a zone is no part of an address. */
export const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');

function networkIn(text: string): { address: string; family: 'ipv4' | 'ipv6'; bits: number | null } {
  const [, address = '', bits] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const family = familyOf(address);
  if (!family || Number(bits ?? 0) > (family === 'ipv4' ? 32 : 128)) {
    throw new RangeError(`${text} is no address or network`);
  }
  return { address, family, bits: bits === undefined ? null : Number(bits) };
}

function familyOf(address: string): 'ipv4' | 'ipv6' | null {
  const version = isIP(address);
  return version === 4 ? 'ipv4' : version === 6 ? 'ipv6' : null;
}
