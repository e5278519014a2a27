import { noteServerTime, signRequest } from './kiosk-identity';

/** `fetch` that signs each request as this kiosk: method, address, the bytes of the body, a number and the time. */
export const signedFetch: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const body = await request.arrayBuffer();
  const contentDigest = `sha-256=:${base64(await crypto.subtle.digest('SHA-256', body))}:`;
  const proof = await signRequest(contentDigest, new URL(request.url).pathname);
  const headers = new Headers(request.headers);
  headers.set('content-digest', contentDigest);
  if (proof) headers.set('authorization', `Kiosk ${proof}`);
  const response = await fetch(request.url, { method: request.method, headers, body, signal: request.signal });
  const date = Date.parse(response.headers.get('date') ?? '');
  if (!Number.isNaN(date)) await noteServerTime(date);
  return response;
};

const base64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)));
