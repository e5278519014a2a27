/** idle: not asked for. removed: it was live and went away. */
export type CameraStatus =
  'idle' | 'starting' | 'live' | 'denied' | 'missing' | 'in-use' | 'removed' | 'unsupported' | 'failed';

/** The state that a failed getUserMedia leaves, by the name of what it threw (W3C Media Capture and Streams, 10.3.1). */
export function cameraStatusOf(error: unknown): CameraStatus {
  switch (error instanceof Error || error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use';
    default:
      return 'failed';
  }
}

/** What to tell the person in front of the device, and what they can do. */
export const CAMERA_WORDS: Record<
  Exclude<CameraStatus, 'idle' | 'starting' | 'live'>,
  { title: string; advice: string }
> = {
  denied: {
    title: 'The camera is blocked',
    advice:
      'Allow the camera for this page in the browser’s address bar, then try again. Until then, use a picture from a file.',
  },
  missing: {
    title: 'No camera found',
    advice: 'Connect a camera and it starts by itself, or use a picture from a file.',
  },
  'in-use': {
    title: 'The camera is in use',
    advice: 'Close other programs or pages that use the camera, then try again. Or use a picture from a file.',
  },
  removed: {
    title: 'The camera was disconnected',
    advice: 'Connect it again and it starts by itself, or use a picture from a file.',
  },
  unsupported: {
    title: 'The camera cannot be used here',
    advice: 'Browsers allow the camera only on https:// addresses and on localhost. Use a picture from a file.',
  },
  failed: { title: 'The camera did not start', advice: 'Try again, or use a picture from a file.' },
};
