import type { ApolloClient } from '@apollo/client/core';
import type { ArrivalsFeed_EventFragment } from '../gql/graphql';
import type { LiveSource } from '../lib/live-source';
import { ArrivalRecordedDocument, NewestArrivalsDocument } from './arrival-fragment';

export type Arrival = ArrivalsFeed_EventFragment;

export interface ArrivalsSink {
  connected(): void;
  next(arrival: Arrival): void;
  ended(error?: unknown): void;
}

/** Where arrivals come from: what there is, and what comes after a given one. */
export interface ArrivalsSource {
  /** Newest first. Throws what Apollo throws. */
  newest(): Promise<Arrival[]>;
  subscribe(after: string, sink: ArrivalsSink): () => void;
}

export function arrivalsBy(client: ApolloClient<unknown>, live: LiveSource): ArrivalsSource {
  return {
    async newest() {
      const { data } = await client.query({ query: NewestArrivalsDocument, fetchPolicy: 'no-cache' });
      return data.attendanceEvents.edges.map(({ node }) => node);
    },
    subscribe: (after, sink) =>
      live.subscribe<{ attendanceRecorded: Arrival }>(
        ArrivalRecordedDocument,
        { after },
        {
          connected: sink.connected,
          next: ({ attendanceRecorded }) => sink.next(attendanceRecorded),
          ended: sink.ended,
        },
      ),
  };
}
