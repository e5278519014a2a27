import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { Request, RequestHandler, Response } from 'express';
import { processRequest, type UploadOptions } from 'graphql-upload-ts';
import { DomainError } from '../errors.js';
import { MAX_JSON_BYTES, MAX_SIGNED_BYTES } from './limits.js';
import { contextOf, contentDigestOf } from './request-context.js';

/**
 * Reads the body of a request that was signed whole, and holds it against the digest that the signature is about, before
 * anything is done with it. Who did not sign as a known kiosk gets nothing read here.
 */
export function signedBodies(uploads: UploadOptions): RequestHandler {
  return async (request, response, next) => {
    if (!request.headers.authorization?.startsWith('Kiosk ') || !contextOf(response).caller) return next();
    const isMultipart = request.is('multipart/form-data') !== false;
    const bytes = await readWhole(request, isMultipart ? MAX_SIGNED_BYTES : MAX_JSON_BYTES);
    if (!isDigestOf(bytes, contentDigestOf(request))) {
      throw new DomainError('PROOF_REFUSED', 'The request is not as the kiosk signed it.');
    }
    request.body = isMultipart ? await readMultipart(bytes, request, response, uploads) : readJson(bytes);
    next();
  };
}

async function readWhole(request: Request, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > maxBytes) throw new DomainError('BAD_USER_INPUT', 'This request is far too large.');
  }
  return Buffer.concat(chunks);
}

/** `sha-256=:…:` (RFC 9530) of what was sent; no other digest is taken. */
function isDigestOf(bytes: Buffer, contentDigest: string | null): boolean {
  const wanted = Buffer.from(`sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`);
  const given = Buffer.from(contentDigest ?? '');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw new DomainError('BAD_USER_INPUT', 'The request is no JSON.', { cause });
  }
}

/** The bytes are already here, so the parser gets a stream of them under the headers of the request. */
function readMultipart(bytes: Buffer, { headers }: Request, response: Response, uploads: UploadOptions) {
  const replayed = Object.assign(Readable.from([bytes], { autoDestroy: false }), { headers });
  return processRequest(replayed as unknown as IncomingMessage, response, uploads);
}
