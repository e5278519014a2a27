import { useQuery } from '@vue/apollo-composable';
import { computed } from 'vue';
import { useCursorPages } from '../composables/useCursorPages';
import { graphql } from '../gql';
import { describeProblem } from '../lib/request-problem';

const PresenceDocument = graphql(`
  query BoardPresence($after: String) {
    presence {
      present
      employees
      expected
      late
      onLeave
      departments {
        department
        present
        employees
      }
      people(first: 25, after: $after) {
        edges {
          cursor
          node {
            id
            openSince
            employee {
              id
              name
              department
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** Who is in at this moment, a page of people at a time. */
export function usePresence() {
  const pages = useCursorPages();
  const { result, loading, error, refetch } = useQuery(PresenceDocument, () => ({ after: pages.after.value }), {
    fetchPolicy: 'network-only',
    keepPreviousResult: true,
  });
  return {
    pages,
    presence: computed(() => result.value?.presence ?? null),
    loading,
    problem: computed(() => (error.value ? describeProblem(error.value) : null)),
    refresh: (): void => void refetch()?.catch(() => undefined),
  };
}

export type Presence = NonNullable<ReturnType<typeof usePresence>['presence']['value']>;
