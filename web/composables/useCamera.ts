import { computed, onScopeDispose, readonly, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { grabFrame } from '../lib/grab-frame';
import { cameraStatusOf, type CameraStatus } from './camera-problem';

type MediaDevicesLike = Pick<MediaDevices, 'getUserMedia' | 'addEventListener' | 'removeEventListener'>;

interface CameraOptions {
  /** Undefined where the browser offers none (plain http). */
  mediaDevices?: MediaDevicesLike | undefined;
  grab?: (video: HTMLVideoElement) => Promise<Blob>;
}

export interface Camera {
  status: Readonly<Ref<CameraStatus>>;
  isSupported: boolean;
  isLive: ComputedRef<boolean>;
  stream: Readonly<ShallowRef<MediaStream | null>>;
  start(): Promise<void>;
  stop(): void;
  /** What `video` shows now as a JPEG, not mirrored. Throws when the camera is not live or has no picture yet. */
  capture(video: HTMLVideoElement): Promise<Blob>;
}

const CONSTRAINTS: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 720 } },
};

/** Owns the camera: started and stopped by the caller, stopped with the owner's scope, started again when it is plugged back in. */
export function useCamera({
  mediaDevices = globalThis.navigator?.mediaDevices,
  grab = grabFrame,
}: CameraOptions = {}): Camera {
  const status = ref<CameraStatus>(mediaDevices ? 'idle' : 'unsupported');
  const stream = shallowRef<MediaStream | null>(null);
  // Counts start and stop calls, so that an answer to an older question is thrown away.
  let asked = 0;

  const release = (): void => {
    stream.value?.getTracks().forEach((track) => track.stop());
    stream.value = null;
  };

  async function start(): Promise<void> {
    if (!mediaDevices || status.value === 'live' || status.value === 'starting') return;
    const turn = ++asked;
    status.value = 'starting';
    try {
      const opened = await mediaDevices.getUserMedia(CONSTRAINTS);
      if (turn !== asked) {
        opened.getTracks().forEach((track) => track.stop());
        return;
      }
      opened.getVideoTracks()[0]?.addEventListener('ended', () => {
        if (stream.value !== opened) return;
        release();
        status.value = 'removed';
      });
      stream.value = opened;
      status.value = 'live';
    } catch (error) {
      if (turn === asked) status.value = cameraStatusOf(error);
    }
  }

  function stop(): void {
    asked += 1;
    release();
    if (mediaDevices) status.value = 'idle';
  }

  const onDeviceChange = (): void => {
    if (status.value === 'removed' || status.value === 'missing') void start();
  };
  mediaDevices?.addEventListener('devicechange', onDeviceChange);
  onScopeDispose(() => {
    mediaDevices?.removeEventListener('devicechange', onDeviceChange);
    stop();
  });

  return {
    status: readonly(status),
    isSupported: mediaDevices !== undefined,
    isLive: computed(() => status.value === 'live'),
    stream,
    start,
    stop,
    async capture(video) {
      if (status.value !== 'live') throw new Error('The camera is not on.');
      return grab(video);
    },
  };
}
