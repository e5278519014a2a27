import type { OperationVariables, TypedDocumentNode } from '@apollo/client/core';
import { useApolloClient } from '@vue/apollo-composable';
import { useAction } from './useAction';

/**
 * A mutation that a button starts. A "no" among its results (Conflict, Refusal) is an error like any other; what is on the
 * screen is asked for anew when it has succeeded.
 */
export function useSave<Data, Variables extends OperationVariables>(document: TypedDocumentNode<Data, Variables>) {
  const { client } = useApolloClient();
  const { run, busy, error } = useAction(async (variables: Variables): Promise<Data> => {
    const { data } = await client.mutate({ mutation: document, variables });
    if (!data) throw new Error('The server gave an empty answer.');
    return data;
  });
  return {
    busy,
    error,
    async run(variables: Variables): Promise<Data | null> {
      const data = await run(variables);
      if (data === null) return null;
      error.value = refusalIn(data);
      if (error.value !== null) return null;
      void client.refetchQueries({ include: 'active' });
      return data;
    },
  };
}

/** The words of a "no" among the results of a mutation; null where there is none. */
function refusalIn(data: unknown): string | null {
  for (const result of Object.values(data as Record<string, { __typename?: string; message?: string } | null>)) {
    if (result?.__typename === 'Conflict' || result?.__typename === 'Refusal') return result.message ?? '';
  }
  return null;
}
