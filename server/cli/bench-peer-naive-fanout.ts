import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { systemClock } from '../clock.js';
import { Signal } from '../events.js';

// The peer of `bench fanout`: graphql-ws as its documentation has it, a schema of one type, events from memory. Each
// message of its parent is an event.
const schema = buildSchema(`
  type Query { nothing: Boolean }
  type Employee { id: ID! number: Int! name: String! department: String! }
  type Event { id: ID! kind: String! method: String! at: String! employee: Employee! }
  type Subscription { attendanceRecorded(after: ID): Event! }
`);
const log: object[] = [];
const recorded = new Signal();

async function* follow(): AsyncGenerator<{ attendanceRecorded: object }> {
  for (let next = log.length; ;) {
    const { mark } = recorded;
    while (next < log.length) yield { attendanceRecorded: log[next++]! };
    await recorded.since(mark);
  }
}

const httpServer = createServer();
const server = new WebSocketServer({ server: httpServer, path: '/graphql' });
useServer({ schema, roots: { subscription: { attendanceRecorded: follow } } }, server);
httpServer.listen(0, '127.0.0.1', () => process.send?.((httpServer.address() as AddressInfo).port));

process.on('message', () => {
  const employee = { id: '01a214cb-3e95-7021-8a2b-8c913766bcf9', number: 1, name: 'Person 1', department: 'Quality' };
  const at = systemClock.now().toISOString();
  log.push({ id: `event-${log.length}`, kind: 'CHECK_IN', method: 'CORRECTION', at, employee });
  recorded.raise();
});
