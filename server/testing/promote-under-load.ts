import { file, type ApiClient } from './api-client.js';
import type { TestApp } from './create-test-app.js';

const CHANGES = 20;

/** What the log says of one photo. */
export interface Decided {
  modelVersion: string;
  outcome: string;
  first: { threshold: number };
}

/**
 * Recognises photos over HTTP, so many at once and without a pause, while two versions are promoted in turn and every fourth
 * change is a roll-back: 20 changes, each once as many photos as there are clients were answered after the one before.
 * Gives how many were answered and what the log says of each. Throws for an answer that is neither a match nor a refusal.
 */
export async function recogniseWhilePromoting(
  test: TestApp,
  { photos, versions, clients }: { photos: readonly Buffer[]; versions: readonly [string, string]; clients: number },
): Promise<{ answered: number; decisions: Decided[] }> {
  let [isOver, answered] = [false, 0];
  const recogniseOn = async (photo: Buffer): Promise<void> => {
    while (!isOver) {
      await test.admin.ask('mutation ($photo: Upload!) { recognize(photo: $photo) { __typename } }', {
        photo: file(photo),
      });
      answered++;
    }
  };
  const over = (): void => void (isOver = true);
  // One that fails ends it for all.
  const recognising = Promise.all(
    Array.from({ length: clients }, (_, client) => recogniseOn(photos[client % photos.length]!)),
  ).finally(over);
  const changing = async (): Promise<void> => {
    for (let change = 0; change < CHANGES && !isOver; change++) {
      const before = answered;
      const changed = change % 4 === 3 ? rollBackModel(test.admin) : promoteModel(test.admin, versions[change % 2]!);
      const { __typename } = await changed;
      if (__typename === 'Conflict') throw new Error('production could not be changed');
      // Those under way were decided by the version before, or by this one.
      while (answered < before + clients && !isOver) await new Promise(setImmediate);
    }
  };
  await Promise.all([recognising, changing().finally(over)]);
  return { answered, decisions: await listDecisions(test.admin) };
}

export async function promoteModel(client: ApiClient, id: string, more: object = {}): Promise<Record<string, unknown>> {
  const { promoteModel: answer } = await client.ask<{ promoteModel: Record<string, unknown> }>(
    `mutation ($id: ID!, $despiteGate: Boolean! = false, $reason: String) {
      promoteModel(id: $id, despiteGate: $despiteGate, reason: $reason) { __typename ... on ModelVersion { id isProduction } ... on Conflict { reason message } }
    }`,
    { id, ...more },
  );
  return answer;
}

export async function rollBackModel(client: ApiClient): Promise<Record<string, unknown>> {
  const { rollBackModel: answer } = await client.ask<{ rollBackModel: Record<string, unknown> }>(
    'mutation { rollBackModel { __typename ... on ProductionModel { id } ... on Conflict { reason } } }',
  );
  return answer;
}

async function listDecisions(client: ApiClient): Promise<Decided[]> {
  const decisions: Decided[] = [];
  for (let after: string | null = null; ;) {
    const { recognitionDecisions: page }: { recognitionDecisions: DecisionPage } = await client.ask(
      `query ($after: String) { recognitionDecisions(first: 200, after: $after) {
         edges { node { modelVersion outcome first { threshold } } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    decisions.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return decisions;
    after = page.pageInfo.endCursor;
  }
}

interface DecisionPage {
  edges: { node: Decided }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}
