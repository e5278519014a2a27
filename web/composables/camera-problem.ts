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
