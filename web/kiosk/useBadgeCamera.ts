import { onScopeDispose } from 'vue';
import { createQrReader } from './read-qr-code';
import { clock } from '../lib/clock';

const LOOK_EVERY_MS = 500;
/** A badge that is still held up after the greeting is not shown anew. */
const GONE_AFTER_MS = 5_000;
const BADGE = /^\d{24}$/;

interface Options {
  /** Null while nobody is to be looked for. */
  video: () => HTMLVideoElement | null;
  found: (badge: string) => void;
  read?: (video: HTMLVideoElement) => Promise<string | null>;
}

/** Badges that are held before the camera, as QR codes. */
export function useBadgeCamera({ video, found, read = createQrReader() }: Options): void {
  let last = { badge: '', at: 0 };
  let isLooking = false;

  async function look(): Promise<void> {
    const seen = video();
    if (!seen || isLooking) return;
    isLooking = true;
    try {
      const text = await read(seen);
      if (text === null || !BADGE.test(text)) return;
      const now = clock.now().getTime();
      const isNew = text !== last.badge || now - last.at > GONE_AFTER_MS;
      last = { badge: text, at: now };
      if (isNew && video()) found(text);
    } catch {
      // A browser that cannot read codes: scanner, number and face remain.
    } finally {
      isLooking = false;
    }
  }

  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  onScopeDispose(() => clearInterval(timer));
}
