import { useQuery } from '@vue/apollo-composable';
import { computed } from 'vue';
import { graphql } from '../gql';
import { sourceWords } from '../lib/source-words';
import { useViewer } from './useViewer';

const SourceNamesDocument = graphql(`
  query SourceNames {
    users(first: 200) {
      edges {
        node {
          id
          email
        }
      }
    }
  }
`);

/** Says who sent something. Only administrators see the addresses of other accounts. */
export function useSourceNames(): (source: string) => string {
  const { viewer, isAdmin } = useViewer();
  const { result } = useQuery(SourceNamesDocument, {}, () => ({ enabled: isAdmin.value }));
  const names = computed(() => new Map(result.value?.users.edges.map(({ node }) => [node.id, node.email]) ?? []));
  return (source) => sourceWords(source, viewer.value, names.value);
}
