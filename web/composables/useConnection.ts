import type { OperationVariables, TypedDocumentNode } from '@apollo/client/core';
import { useQuery } from '@vue/apollo-composable';
import { computed, reactive, toValue, watch, type MaybeRefOrGetter } from 'vue';
import { describeProblem, type RequestProblem } from '../lib/request-problem';
import { useCursorPages } from './useCursorPages';

interface Connection<Node> {
  edges: { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/** One page of a list as a screen shows it. */
export interface ListPage<Node> {
  /** Null while nothing has come yet. */
  readonly rows: readonly Node[] | null;
  readonly loading: boolean;
  readonly problem: RequestProblem | null;
  /** From 1. */
  readonly number: number;
  readonly hasNext: boolean;
  next(): void;
  previous(): void;
  refresh(): void;
}

interface Wanted<Variables> {
  /** All but `after`; the first page comes back when they change. */
  variables?: () => Omit<Variables, 'after'>;
  enabled?: MaybeRefOrGetter<boolean>;
}

/** A list of the server, a page at a time; `pick` takes the connection out of the answer. */
export function useConnection<Data, Variables extends OperationVariables, Node>(
  document: TypedDocumentNode<Data, Variables>,
  pick: (data: Data) => Connection<Node>,
  { variables = () => ({}) as Omit<Variables, 'after'>, enabled = true }: Wanted<Variables> = {},
): ListPage<Node> {
  const pages = useCursorPages();
  watch(() => JSON.stringify(variables()), pages.reset, { flush: 'sync' });
  const { result, loading, error, refetch } = useQuery(
    document,
    () => ({ ...variables(), after: pages.after.value }) as unknown as Variables,
    () => ({ keepPreviousResult: true, enabled: toValue(enabled), fetchPolicy: 'cache-and-network' as const }),
  );
  const connection = computed(() => (result.value ? pick(result.value) : null));
  return reactive({
    rows: computed(() => connection.value?.edges.map(({ node }) => node) ?? null),
    loading,
    problem: computed(() => (error.value ? describeProblem(error.value) : null)),
    number: pages.number,
    hasNext: computed(() => connection.value?.pageInfo.hasNextPage ?? false),
    next: () => pages.next(connection.value?.pageInfo.endCursor),
    previous: pages.previous,
    refresh: () => void refetch()?.catch(() => undefined),
  }) as unknown as ListPage<Node>;
}
