import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import sharp from 'sharp';

const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'].find(existsSync);

/** Whether there is a browser to test pages in. Where there is none, the page tests are skipped and say so. */
export const hasChromium = executablePath !== undefined;
if (!hasChromium) console.warn('Skipped: no Chromium or Chrome in /usr/bin, so the pages are not tested in a browser.');

/** A Chromium whose webcam shows the picture at this path; 'denied' is one without leave to use a webcam. */
export async function launchChromium({ camera }: { camera: string }): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-camera-'));
  const flags =
    camera === 'denied'
      ? ['--deny-permission-prompts']
      : ['--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${await asVideo(camera, folder)}`];
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--use-fake-device-for-media-stream',
      ...flags,
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  browser.on('disconnected', () => rmSync(folder, { recursive: true, force: true }));
  return browser;
}

/** Chromium takes a JPEG for a film of one picture when its name ends in .mjpeg; it wants a webcam's size. */
async function asVideo(picture: string, folder: string): Promise<string> {
  const video = join(folder, 'camera.mjpeg');
  await sharp(picture).resize(1280, 720, { fit: 'contain', background: '#777' }).toFormat('jpeg').toFile(video);
  return video;
}
