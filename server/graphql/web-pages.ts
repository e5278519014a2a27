import { join } from 'node:path';
import express, { Router } from 'express';

/**
 * The built web app: files whose names carry a hash may be kept for ever, everything else is asked for anew. Paths that
 * are no file belong to the app's own router.
 */
export function webPages(webDir: string): Router {
  const router = Router();
  router.use('/assets', express.static(join(webDir, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }));
  router.use(express.static(webDir, { index: false }));
  router.get('/{*path}', (request, response, next) => {
    if (request.accepts('html')) response.sendFile('index.html', { root: webDir });
    else next();
  });
  return router;
}
