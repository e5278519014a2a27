import type { Found, Query } from './search.js';

export interface SearchRequest {
  id: number;
  query: Query;
}

export type SearchAnswer =
  { kind: 'found'; id: number; found: Found[] } | { kind: 'failed'; id: number; cause: string };
