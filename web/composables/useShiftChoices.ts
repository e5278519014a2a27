import { useQuery } from '@vue/apollo-composable';
import { computed } from 'vue';
import { graphql } from '../gql';

const ShiftChoicesDocument = graphql(`
  query ShiftChoices {
    shifts(first: 200) {
      edges {
        node {
          id
          name
          segments {
            startsAtMinutes
            endsAtMinutes
          }
          flexibleMinutes
          unpaidBreakMinutes
        }
      }
    }
  }
`);

/** The shifts to choose from, the first 200; null while they are on their way. */
export function useShiftChoices() {
  const { result } = useQuery(ShiftChoicesDocument);
  return computed(() => result.value?.shifts.edges.map(({ node }) => node) ?? null);
}
