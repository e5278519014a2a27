import type { ApolloClient } from '@apollo/client/core';
import type { KioskPunchMutation } from '../gql/graphql';
import type { AttendMode } from './attend-mode';
import {
  CheckInByBadgeDocument,
  CheckInByPinDocument,
  CheckInDocument,
  CheckOutByBadgeDocument,
  CheckOutByPinDocument,
  CheckOutDocument,
  PunchByBadgeDocument,
  PunchByPinDocument,
  PunchDocument,
} from './attend-documents';
import type { Pictures } from './useLiveCapture';

export type AttendAnswer = KioskPunchMutation['answer'];

/** What somebody shows or enters. */
export type Shown =
  { by: 'face'; pictures: Pictures } | { by: 'number'; number: number; pin: string } | { by: 'badge'; badge: string };

export interface AttendRequest {
  mode: AttendMode;
  shown: Shown;
  /** Entered besides a face or badge; null where none was asked for. */
  pin: string | null;
  key: string;
  /** When it was made, where it is sent later; null where it is made now. */
  capturedAt: Date | null;
  signal: AbortSignal;
}

/** Sends one request; throws what Apollo throws, also when `signal` is aborted. */
export type SendAttend = (request: AttendRequest) => Promise<AttendAnswer>;

const BY_FACE = { automatic: PunchDocument, attend: CheckInDocument, leave: CheckOutDocument };
const BY_PIN = { automatic: PunchByPinDocument, attend: CheckInByPinDocument, leave: CheckOutByPinDocument };
const BY_BADGE = { automatic: PunchByBadgeDocument, attend: CheckInByBadgeDocument, leave: CheckOutByBadgeDocument };

export function attendBy(client: ApolloClient<unknown>): SendAttend {
  return async (request) => {
    const { data } = await mutate(client, request);
    if (!data) throw new Error('The server gave an empty answer.');
    return data.answer;
  };
}

function mutate(client: ApolloClient<unknown>, { mode, shown, pin, key, capturedAt, signal }: AttendRequest) {
  const how = { context: { fetchOptions: { signal } }, fetchPolicy: 'no-cache' } as const;
  const common = { key, deferred: capturedAt && { capturedAt: capturedAt.toISOString() } };
  switch (shown.by) {
    case 'face': {
      const { photo, frames, challengeId } = shown.pictures;
      const variables = { ...common, photo, frames: frames.length > 0 ? frames : null, challengeId, pin };
      return client.mutate({ mutation: BY_FACE[mode], variables, ...how });
    }
    case 'number': {
      const variables = { ...common, number: shown.number, pin: shown.pin };
      return client.mutate({ mutation: BY_PIN[mode], variables, ...how });
    }
    case 'badge': {
      const variables = { ...common, badge: shown.badge, pin };
      return client.mutate({ mutation: BY_BADGE[mode], variables, ...how });
    }
  }
}
