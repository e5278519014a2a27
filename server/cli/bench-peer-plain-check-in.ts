import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import { GraphQLUpload, graphqlUploadExpress, type FileUpload } from 'graphql-upload-ts';
import sharp from 'sharp';
import { openSqlite } from '../database/database.js';
import { readUpload } from '../graphql/upload.js';
import { newId } from '../ids.js';

// The peer of `bench checkins`: what no check-in can do without, by the same packages. A photograph comes in, is made a JPEG
// and is written to disk, then the rows of a check-in go to the same database in a transaction of their own. It asks nobody who
// they are, recognises nobody, reads nothing and knows no rules. It sends its address back.
const TYPES = `#graphql
  scalar Upload
  type Query { ready: Boolean! }
  type Mutation { checkIn(photo: Upload!): ID! }
`;

/** Beyond what the people of the database have. */
let ordinal = 1_000_000;

const [dataDir] = (await once(process, 'message')) as [string];
const folder = mkdtempSync(join(dataDir, 'plain-'));
const database = openSqlite(join(dataDir, 'rollcall.db'));
const { read } = database;
const people = await read.employee.findMany();
const { sequence: _, ...event } = await read.attendanceEvent.findFirstOrThrow({ where: { decisionId: { not: null } } });
const decision = await read.recognitionDecision.findFirstOrThrow({ omit: { quality: true, liveness: true } });
const answer = await read.attendanceAnswer.findFirstOrThrow();
const { id: __, ...day } = await read.attendance.findFirstOrThrow();

async function checkIn(_parent: unknown, { photo }: { photo: Promise<FileUpload> }): Promise<string> {
  const jpeg = await sharp(await readUpload(photo))
    .jpeg()
    .toBuffer();
  const id = newId();
  await writeFile(join(folder, `${id}.jpg`), jpeg, { flush: true });
  const { id: employeeId } = people[ordinal++ % people.length]!;
  await database.write(async (transaction) => {
    await transaction.recognitionDecision.create({ data: { ...decision, id, employeeId } });
    await transaction.attendanceEvent.create({ data: { ...event, id, employeeId, ordinal, decisionId: id } });
    const days = { ...day, employeeId };
    const where = { employeeId_date: { employeeId, date: day.date } };
    await transaction.attendance.upsert({ where, create: { ...days, id }, update: days });
    await transaction.attendanceAnswer.create({ data: { ...answer, idempotencyKey: id, eventId: id } });
  });
  return id;
}

const resolvers = { Upload: GraphQLUpload, Query: { ready: () => true }, Mutation: { checkIn } };
const server = new ApolloServer({ typeDefs: TYPES, resolvers });
await server.start();
const app = express();
app.use('/graphql', graphqlUploadExpress(), express.json(), expressMiddleware(server));
const listening = app.listen(0, '127.0.0.1', () =>
  process.send?.(`http://127.0.0.1:${(listening.address() as AddressInfo).port}/graphql`),
);
