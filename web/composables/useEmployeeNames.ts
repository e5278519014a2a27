import { useApolloClient } from '@vue/apollo-composable';
import { reactive } from 'vue';
import { graphql } from '../gql';

const EmployeeNameDocument = graphql(`
  query EmployeeName($id: ID!) {
    employee(id: $id) {
      id
      name
    }
  }
`);

/** The names of people of whom only the ids are known: '…' until they are there. Each is asked for once. */
export function useEmployeeNames(): (id: string) => string {
  const { client } = useApolloClient();
  const names = reactive(new Map<string, string>());
  return (id) => {
    const known = names.get(id);
    if (known !== undefined) return known;
    queueMicrotask(() => {
      if (names.has(id)) return;
      names.set(id, '…');
      client
        .query({ query: EmployeeNameDocument, variables: { id } })
        .then(({ data }) => names.set(id, data.employee?.name ?? 'somebody'))
        .catch(() => names.delete(id));
    });
    return '…';
  };
}
