import type { OperationVariables, TypedDocumentNode } from '@apollo/client/core';
import { useApolloClient } from '@vue/apollo-composable';
import { useAction } from './useAction';

/** A mutation that a button starts. What is on the screen is asked for anew when it has succeeded. */
export function useSave<Data, Variables extends OperationVariables>(document: TypedDocumentNode<Data, Variables>) {
  const { client } = useApolloClient();
  return useAction(async (variables: Variables): Promise<Data> => {
    const { data } = await client.mutate({ mutation: document, variables });
    if (!data) throw new Error('The server gave an empty answer.');
    void client.refetchQueries({ include: 'active' });
    return data;
  });
}
