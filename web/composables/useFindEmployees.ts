import { useApolloClient } from '@vue/apollo-composable';
import { graphql } from '../gql';

export interface FoundEmployee {
  value: string;
  title: string;
  subtitle: string;
}

const FindEmployeesDocument = graphql(`
  query FindEmployees($search: String) {
    employees(first: 20, search: $search) {
      edges {
        node {
          id
          name
          department
        }
      }
    }
  }
`);

/** The first 20 people that fit a search, for SearchPicker. */
export function useFindEmployees(): (search: string | null) => Promise<FoundEmployee[]> {
  const { client } = useApolloClient();
  return async (search) => {
    const { data } = await client.query({ query: FindEmployeesDocument, variables: { search } });
    return data.employees.edges.map(({ node }) => ({ value: node.id, title: node.name, subtitle: node.department }));
  };
}
