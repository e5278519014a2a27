import { parentPort, workerData } from 'node:worker_threads';
import type { SearchAnswer, SearchRequest } from './search-messages.js';
import { SearchMemory } from './search-memory.js';
import { Search } from './search.js';

/** The entry of the search thread: answers one query after the other on the gallery's own memory. */
if (!parentPort) throw new Error('search-worker is the entry of a worker thread');
const port = parentPort;
const search = new Search(new SearchMemory(workerData as WebAssembly.Memory), 1);

port.on('message', ({ id, query }: SearchRequest) => port.postMessage(answer(id, query)));

function answer(id: number, query: SearchRequest['query']): SearchAnswer {
  try {
    return { kind: 'found', id, found: search.find(query) };
  } catch (error) {
    return { kind: 'failed', id, cause: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
