import { once } from 'node:events';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

// The peer of `bench graphql`: Apollo Server as its documentation has it, which gives what its parent sends from memory to
// whoever asks. It sends its address back.
const TYPES = `#graphql
  type Query { attendance(first: Int, after: String): AttendanceConnection! }
  type AttendanceConnection { edges: [AttendanceEdge!]! pageInfo: PageInfo! }
  type AttendanceEdge { cursor: String! node: Attendance! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Attendance {
    id: ID! date: String! status: String! checkInTime: String checkOutTime: String
    workedMinutes: Int lateMinutes: Int! employee: Employee!
  }
  type Employee { id: ID! number: Int! name: String! department: String! }
`;

const [attendance] = (await once(process, 'message')) as [object];
const server = new ApolloServer({ typeDefs: TYPES, resolvers: { Query: { attendance: () => attendance } } });
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
process.send?.(url);
