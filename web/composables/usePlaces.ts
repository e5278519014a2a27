import { useQuery } from '@vue/apollo-composable';
import { computed } from 'vue';
import { graphql } from '../gql';

const PlacesDocument = graphql(`
  query Places {
    sites(first: 200) {
      edges {
        node {
          id
          name
          timeZone
        }
      }
    }
    departmentList(first: 200) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

/** The sites and departments to choose from, the first 200 of each. */
export function usePlaces(enabled: () => boolean = () => true) {
  const { result } = useQuery(PlacesDocument, null, () => ({ enabled: enabled() }));
  return {
    sites: computed(() => result.value?.sites.edges.map(({ node }) => node) ?? []),
    departments: computed(() => result.value?.departmentList.edges.map(({ node }) => node) ?? []),
  };
}
