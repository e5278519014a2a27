import type { ApolloClient } from '@apollo/client/core';
import { onScopeDispose } from 'vue';
import { version } from '../../package.json';
import type { CameraStatus } from '../composables/camera-problem';
import { graphql } from '../gql';
import type { KioskCamera } from '../gql/graphql';
import { clock } from '../lib/clock';

const HeartbeatDocument = graphql(`
  mutation KioskHeartbeat($input: KioskHeartbeatInput!) {
    kioskHeartbeat(input: $input) {
      id
      name
    }
  }
`);

const EVERY_MS = 60_000;

interface Options {
  client: ApolloClient<unknown>;
  /** Whether this device is a kiosk. */
  isOn: () => boolean;
  camera: () => CameraStatus;
  pendingPunches: () => number;
  /** The server has heard it: there is a connection, and it knows how far the clock is off. */
  heard: () => Promise<void>;
}

interface Battery {
  level: number;
}

/** Says every minute, and when the network comes back, how this kiosk is. */
export function useHeartbeat({ client, isOn, camera, pendingPunches, heard }: Options): { beat(): Promise<void> } {
  async function beat(): Promise<void> {
    if (!isOn()) return;
    try {
      const batteryPercent = await readBattery();
      const input = {
        deviceTime: clock.now().toISOString(),
        camera: cameraState(camera()),
        appVersion: version,
        pendingPunches: pendingPunches(),
        batteryPercent,
      };
      await client.mutate({ mutation: HeartbeatDocument, variables: { input }, fetchPolicy: 'no-cache' });
    } catch {
      // The next one comes in a minute; a kiosk that is switched off is told by its client.
      return;
    }
    await heard();
  }

  const timer = setInterval(() => void beat(), EVERY_MS);
  const onOnline = (): void => void beat();
  window.addEventListener('online', onOnline);
  onScopeDispose(() => {
    clearInterval(timer);
    window.removeEventListener('online', onOnline);
  });
  return { beat };
}

export function cameraState(status: CameraStatus): KioskCamera {
  switch (status) {
    // Waiting for somebody, or given free for an enrolment.
    case 'idle':
    case 'starting':
    case 'live':
      return 'WORKING';
    case 'denied':
    case 'unsupported':
      return 'BLOCKED';
    case 'missing':
    case 'removed':
      return 'MISSING';
    default:
      return 'FAILING';
  }
}

/** 0 to 100; null where the browser does not say. */
async function readBattery(): Promise<number | null> {
  const { getBattery } = navigator as Navigator & { getBattery?: () => Promise<Battery> };
  const battery = await getBattery?.call(navigator).catch(() => null);
  return battery ? Math.round(battery.level * 100) : null;
}
