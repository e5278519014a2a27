import type { ApolloClient } from '@apollo/client/core';
import type { KioskPunchMutation } from '../gql/graphql';
import type { AttendMode } from './attend-mode';
import { CheckInDocument, CheckOutDocument, PunchDocument } from './attend-documents';
import type { Pictures } from './useLiveCapture';

export type AttendAnswer = KioskPunchMutation['answer'];

export interface AttendRequest {
  mode: AttendMode;
  pictures: Pictures;
  /** Entered besides the face; null where none was asked for. */
  pin: string | null;
  key: string;
  signal: AbortSignal;
}

/** Sends one request; throws what Apollo throws, also when `signal` is aborted. */
export type SendAttend = (request: AttendRequest) => Promise<AttendAnswer>;

const DOCUMENTS = { automatic: PunchDocument, attend: CheckInDocument, leave: CheckOutDocument };

export function attendBy(client: ApolloClient<unknown>): SendAttend {
  return async ({ mode, pictures, pin, key, signal }) => {
    const { photo, frames, challengeId } = pictures;
    const { data } = await client.mutate({
      mutation: DOCUMENTS[mode],
      variables: { photo, frames: frames.length > 0 ? frames : null, challengeId, pin, key },
      context: { fetchOptions: { signal } },
      fetchPolicy: 'no-cache',
    });
    if (!data) throw new Error('The server gave an empty answer.');
    return data.answer;
  };
}
