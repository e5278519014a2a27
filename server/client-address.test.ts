import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientAddress, isSecure, networkOf, trustIn } from './client-address.js';

const from = (remoteAddress: string, headers: Record<string, string> = {}) =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage;
const forwarded = (remoteAddress: string, list: string) => from(remoteAddress, { 'x-forwarded-for': list });

describe('the address of a client', () => {
  const nobody = trustIn([]);
  const proxies = trustIn(['127.0.0.1', '10.0.0.0/8', 'fd00::/8']);

  it.each([
    ['is the peer', nobody, from('203.0.113.7'), '203.0.113.7'],
    ['is the peer, whatever a stranger writes', nobody, forwarded('203.0.113.7', '10.0.0.1'), '203.0.113.7'],
    ['is the peer where nobody is trusted', nobody, forwarded('127.0.0.1', '198.51.100.1'), '127.0.0.1'],
    ['is what a proxy of ours says', proxies, forwarded('127.0.0.1', '198.51.100.1'), '198.51.100.1'],
    ['is the last one that is not ours', proxies, forwarded('127.0.0.1', '198.51.100.1, 10.1.2.3'), '198.51.100.1'],
    ['is not what clients put in front', proxies, forwarded('127.0.0.1', '192.0.2.1, 198.51.100.1'), '198.51.100.1'],
    ['is not what a stranger says', proxies, forwarded('203.0.113.7', '127.0.0.1'), '203.0.113.7'],
    ['is the proxy where it says nothing', proxies, from('127.0.0.1'), '127.0.0.1'],
    ['is the proxy where it says nonsense', proxies, forwarded('127.0.0.1', "1.2.3.4, ' OR 1=1 --"), '127.0.0.1'],
    [
      'is plain where it comes within IPv6',
      proxies,
      forwarded('::ffff:127.0.0.1', '::ffff:198.51.100.1'),
      '198.51.100.1',
    ],
    ['may be of IPv6', proxies, forwarded('fd00::1', '2001:db8::1'), '2001:db8::1'],
    ['is one of many only so far', proxies, forwarded('127.0.0.1', Array(50).fill('10.0.0.1').join()), '10.0.0.1'],
  ])('%s', (_fact, isTrusted, request, address) => {
    expect(clientAddress(request, isTrusted)).toBe(address);
  });
});

it.each(['localhost', '10.0.0.0/33', '10.0.0.0/x', 'fd00::/129', '', '1.2.3'])('does not trust in %j', (proxy) => {
  expect(() => trustIn([proxy])).toThrow(RangeError);
});

it('believes in https where a proxy of ours says so', () => {
  const https = { 'x-forwarded-proto': 'https' };
  const isTrusted = trustIn(['127.0.0.1']);
  expect(isSecure(from('127.0.0.1', https), isTrusted)).toBe(true);
  expect(isSecure(from('127.0.0.1', { 'x-forwarded-proto': 'https, http' }), isTrusted)).toBe(false);
  expect(isSecure(from('203.0.113.7', https), isTrusted)).toBe(false);
  expect(isSecure(from('127.0.0.1'), isTrusted)).toBe(false);
});

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('counts %s as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
