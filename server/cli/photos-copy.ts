import { parseArgs } from 'node:util';
import { DomainError } from '../errors.js';
import { ProgressBar } from '../recognition/evaluation/progress-bar.js';
import { withInstallation } from './with-installation.js';

/**
 * npm run photos:copy -- [--from bucket] [--json]: every photograph from FACE_IMAGES_DIR into the bucket of the settings, or
 * back. Ctrl-C stops it, and the same command goes on from there. The server must not run.
 */
const { values } = parseArgs({
  options: { from: { type: 'string', default: 'folder' }, json: { type: 'boolean', default: false } },
});

await withInstallation({ action: 'copyPhotos', sent: values }, async ({ services }, config, signal) => {
  if (values.from !== 'folder' && values.from !== 'bucket') {
    throw new DomainError('BAD_USER_INPUT', 'Usage: npm run photos:copy -- [--from folder|bucket] [--json]');
  }
  if (!config.bucket) throw new DomainError('BAD_USER_INPUT', 'S3_BUCKET: set it, and what else the bucket needs.');
  let bar: ProgressBar | null = null;
  const report = await services.copyPhotos(values.from, {
    onProgress: (done, total) => (bar ??= new ProgressBar(total, 'people')).show(done),
    signal,
  });
  const { copied, there, gone } = report;
  if (values.json) {
    console.log(JSON.stringify(report));
    return;
  }
  console.log(`${copied} photographs copied and read back, ${there} were there already, ${gone} are past their time.`);
  console.log(
    values.from === 'folder'
      ? `Start the server, and remove the photographs in ${config.faceImagesDir}.`
      : 'Take S3_BUCKET out of the settings, start the server, and empty the bucket.',
  );
});
