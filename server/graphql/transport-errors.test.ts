import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, it, onTestFinished } from 'vitest';
import { UnavailableError } from '../errors.js';
import { createLogLines } from '../testing/log-lines.js';
import { createTransportErrors } from './transport-errors.js';

it.each([
  ['the database is out of reach', new UnavailableError(new Error('closed')), 500, 'UNAVAILABLE'],
  ['the disk is full', Object.assign(new Error('full'), { errno: -28, code: 'ENOSPC' }), 500, 'UNAVAILABLE'],
  ['something of ours broke', new TypeError('x is not a function'), 500, 'INTERNAL_SERVER_ERROR'],
  ['it was cut off', new Error('Unexpected end of form'), 400, 'BAD_USER_INPUT'],
])('a request with a photo is answered by what is wrong when %s', async (_name, error, status, code) => {
  const app = express();
  app.post('/', (_request, _response, next) => next(error));
  app.use(createTransportErrors(createLogLines().logger));
  const server = app.listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const body = new FormData();
  body.append('photo', new Blob(['x']));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const response = await fetch(url, { method: 'POST', body });
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
});
