import { setTimeout as wait } from 'node:timers/promises';
import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import {
  execute,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { inScope } from '../request-scope.js';
import type { Context } from './context.js';
import { openScope } from './request-scopes.js';
import { isSameForSameRights, withoutPerson } from './same-rights.js';
import { asksForWatched } from './watched-fields.js';

const LONGEST_PAUSE_MS = 250;

interface Asked {
  resolve: (answer: ExecutionResult) => void;
  reject: (error: unknown) => void;
}

/**
 * Queries of which each field at the top is SameForSameRights: those who ask the same with the same rights at nearly the same
 * time share an answer, which is begun after they asked. So 200 boards that all look again at an arrival cost little
 * more than one. An answer with errors is nobody's: each is answered alone.
 */
export class SharedAnswers {
  private readonly waiting = new Map<string, Asked[]>();
  private readonly isShared = new WeakMap<OperationDefinitionNode, boolean>();
  /** By what is in the answer, since Apollo makes the rest anew for each. */
  private readonly texts = new WeakMap<object, string>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly timeoutMs: number,
  ) {}

  readonly plugin: ApolloServerPlugin<Context> = {
    requestDidStart: async () => ({
      responseForOperation: async ({ document, operation, operationName, request, source, contextValue }) => {
        if (!contextValue.caller || !this.mayShare(document, operation)) return null;
        const context = withoutPerson(contextValue);
        const { variables } = request;
        const args = { schema: this.schema, document, operationName, variableValues: variables, contextValue: context };
        const key = JSON.stringify([operationName, source, variables, context.caller]);
        const answer = await this.answer(key, async () => execute(args));
        if (answer.errors) return null;
        return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: answer } };
      },
    }),
  };

  /** Of an answer to a query, once for all who share it. */
  readonly stringify = (answer: FormattedExecutionResult): string => {
    if (!answer.data || answer.errors) return textOf(answer);
    const text = this.texts.get(answer.data) ?? textOf(answer);
    this.texts.set(answer.data, text);
    return text;
  };

  private mayShare(document: DocumentNode, operation: OperationDefinitionNode): boolean {
    const known = this.isShared.get(operation);
    if (known !== undefined) return known;
    const fields = this.schema.getQueryType()!.getFields();
    const isSame = (node: SelectionNode) => {
      const field = node.kind === Kind.FIELD && fields[node.name.value];
      return !!field && isSameForSameRights(field);
    };
    const may =
      operation.operation === OperationTypeNode.QUERY &&
      operation.selectionSet.selections.every(isSame) &&
      !asksForWatched(this.schema, document);
    this.isShared.set(operation, may);
    return may;
  }

  private answer(key: string, make: () => Promise<ExecutionResult>): Promise<ExecutionResult> {
    return new Promise((resolve, reject) => {
      const waiting = this.waiting.get(key);
      if (waiting) return void waiting.push({ resolve, reject });
      this.waiting.set(key, [{ resolve, reject }]);
      void this.answerAll(key, make);
    });
  }

  /** In rounds, until nobody waits. After each one others get as long as it took: SQLite lets nobody come meanwhile. */
  private async answerAll(key: string, make: () => Promise<ExecutionResult>): Promise<void> {
    let pauseMs = 0;
    for (;;) {
      await wait(pauseMs);
      const asked = this.waiting.get(key)!;
      this.waiting.set(key, []);
      if (asked.length === 0) break;
      const start = performance.now();
      // Not of the request that came first, whose client may go.
      const scope = openScope(this.timeoutMs);
      try {
        const answer = await inScope(scope, make);
        for (const { resolve } of asked) resolve(answer);
      } catch (error) {
        for (const { reject } of asked) reject(error);
      } finally {
        scope.close();
      }
      pauseMs = Math.min(performance.now() - start, LONGEST_PAUSE_MS);
    }
    this.waiting.delete(key);
  }
}

/** With the end of the line, as Apollo Server has it. */
const textOf = (answer: FormattedExecutionResult): string => `${JSON.stringify(answer)}\n`;
