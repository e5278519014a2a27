// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { effectScope, nextTick } from 'vue';
import { FakeMediaDevices } from '../testing/fake-media-devices';
import { useCamera, type Camera } from './useCamera';

function mount(devices = new FakeMediaDevices()): { camera: Camera; devices: FakeMediaDevices; unmount: () => void } {
  const scope = effectScope();
  const camera = scope.run(() =>
    useCamera({ mediaDevices: devices, grab: async () => new Blob(['jpeg'], { type: 'image/jpeg' }) }),
  );
  if (!camera) throw new Error('no scope');
  return { camera, devices, unmount: () => scope.stop() };
}

describe('useCamera', () => {
  it('asks for 1280x720 without sound and goes live', async () => {
    const { camera, devices } = mount();
    const started = camera.start();
    expect(camera.status.value).toBe('starting');
    await started;
    expect(camera.status.value).toBe('live');
    expect(devices.asked).toEqual([
      { audio: false, video: { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 720 } } },
    ]);
  });

  it('asks once, however often it is started', async () => {
    const { camera, devices } = mount();
    await Promise.all([camera.start(), camera.start()]);
    await camera.start();
    expect(devices.asked).toHaveLength(1);
  });

  it.each([
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'missing'],
    ['OverconstrainedError', 'missing'],
    ['NotReadableError', 'in-use'],
    ['TypeError', 'failed'],
  ])('takes %s for %s', async (name, status) => {
    const { camera, devices } = mount();
    devices.refuseWith(name);
    await camera.start();
    expect(camera.status.value).toBe(status);
    expect(camera.stream.value).toBeNull();
  });

  it('can be tried again after it was denied', async () => {
    const { camera, devices } = mount();
    devices.refuseWith('NotAllowedError');
    await camera.start();
    devices.refuseWith(null);
    await camera.start();
    expect(camera.status.value).toBe('live');
  });

  it('says that it was removed, and comes back by itself when it is plugged in again', async () => {
    const { camera, devices } = mount();
    await camera.start();
    devices.unplug();
    expect(camera.status.value).toBe('removed');
    expect(camera.stream.value).toBeNull();
    devices.plugIn();
    await nextTick();
    await nextTick();
    expect(camera.status.value).toBe('live');
  });

  it('leaves a denied camera alone when devices change', async () => {
    const { camera, devices } = mount();
    devices.refuseWith('NotAllowedError');
    await camera.start();
    devices.plugIn();
    expect(devices.asked).toHaveLength(1);
  });

  it('switches the light off when it is stopped and when its owner goes', async () => {
    const { camera, devices, unmount } = mount();
    await camera.start();
    camera.stop();
    expect(devices.tracks[0]?.stopped).toBe(true);
    expect(camera.status.value).toBe('idle');
    await camera.start();
    unmount();
    expect(devices.tracks[1]?.stopped).toBe(true);
  });

  it('closes a stream that opens after it was stopped', async () => {
    const { camera, devices } = mount();
    const started = camera.start();
    camera.stop();
    await started;
    expect(devices.tracks[0]?.stopped).toBe(true);
    expect(camera.status.value).toBe('idle');
  });

  it('captures only while live', async () => {
    const { camera } = mount();
    const video = document.createElement('video');
    await expect(camera.capture(video)).rejects.toThrow('not on');
    await camera.start();
    expect((await camera.capture(video)).type).toBe('image/jpeg');
  });

  it('says so where the browser offers no camera at all', async () => {
    const scope = effectScope();
    const camera = scope.run(() => useCamera({ mediaDevices: undefined }));
    await camera?.start();
    expect([camera?.isSupported, camera?.status.value]).toEqual([false, 'unsupported']);
  });
});
