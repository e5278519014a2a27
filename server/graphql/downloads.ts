import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import type { DownloadTickets } from '../download-tickets.js';
import type { Logger } from '../logger.js';

/** GET /downloads/{ticket}: the ticket is all that is asked for, and works once. */
export function downloads(tickets: Pick<DownloadTickets, 'redeem'>, logger: Logger): Router {
  const router = Router();
  router.get('/:ticket', async (request, response) => {
    try {
      const download = await tickets.redeem(String(request.params['ticket']).slice(0, 200));
      if (!download) {
        response.status(404).type('text').send('This link was used already or is too old. Ask for a new one.');
        return;
      }
      response.attachment(download.fileName).set('Cache-Control', 'no-store');
      await pipeline(Readable.from(download.chunks), response);
    } catch (err) {
      logger.error({ err }, 'a download ended early');
      if (!response.headersSent) response.status(500).type('text').send('The download could not be made.');
      else response.destroy();
    }
  });
  return router;
}
