import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Caller } from '../caller.js';
import { DomainError } from '../errors.js';
import { DOCUMENT_LIMITS, MAX_DOCUMENT_TOKENS, MAX_LOOKS_CHARACTERS, VARIABLES_LIMITS } from './limits.js';
import { measureDocument, type DocumentFigures } from './measure-document.js';
import { measureVariables } from './measure-variables.js';

/** What is asked of the server, by HTTP or by WebSocket, as it came in. */
export interface SentOperation {
  query?: unknown;
  variables?: unknown;
}

/** Whether a caller may ask about the schema where that is not open to everybody. */
export const mayIntrospect = (caller: Caller | null): boolean =>
  caller?.role === 'ADMIN' || (caller?.keyScopes.includes('INTROSPECTION') ?? false);

const WORDS: Record<keyof typeof DOCUMENT_LIMITS, (limit: number) => string> = {
  depth: (limit) => `The document is nested too deeply: ${limit} fields within each other at most.`,
  aliases: (limit) => `The document renames too many fields: ${limit} at most. Send several requests instead.`,
  directives: (limit) => `The document has too many directives: ${limit} at most.`,
  rootFields: (limit) => `The document asks for too many things at once: ${limit} at most. Send several requests.`,
  cost: (limit) =>
    `The document asks for too much: at most ${limit} values, counting full pages. Ask for shorter pages (first).`,
};

/** As it is, or as GraphQL escapes it in a string. */
const NULL_CHARACTER = /\0|\\u0000|\\u\{0+\}/;

/** Of a document, whoever sends it. */
interface Look {
  figures: DocumentFigures;
  subscribes: boolean;
}

/** What operations may be, before the rules of GraphQL look at them. */
export class OperationLimits {
  /** By its text; null of one that does not parse. */
  private readonly looks = new LRUCache<string, { look: Look | null }>({
    maxSize: MAX_LOOKS_CHARACTERS,
    sizeCalculation: (_look, text) => text.length + 1,
  });

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly isSchemaOpen: boolean,
  ) {}

  /**
   * Why an operation is not even looked at; null where it may go on to the rules of GraphQL. One that does not parse goes
   * on as well, to be told so there.
   */
  problemOf(
    sent: SentOperation,
    { caller, maySubscribe }: { caller: Caller | null; maySubscribe: boolean },
  ): GraphQLError | null {
    const { depth, values, items, files, nulls } = measureVariables(sent.variables);
    if (files > VARIABLES_LIMITS.files) return refused(`At most ${VARIABLES_LIMITS.files} files may be sent at once.`);
    if (depth > VARIABLES_LIMITS.depth) return refused('The variables are nested too deeply.');
    if (items > VARIABLES_LIMITS.items) return refused(`A list may have ${VARIABLES_LIMITS.items} entries at most.`);
    if (values > VARIABLES_LIMITS.values) return refused('The variables hold too many values.');

    if (nulls > 0 || NULL_CHARACTER.test(String(sent.query))) {
      return refused('Text may not have the null character (U+0000).');
    }

    const look = typeof sent.query === 'string' ? this.lookAt(sent.query) : null;
    if (!look) return null;
    if (!maySubscribe && look.subscribes) return refused('Subscriptions go by WebSocket.');
    const over = findOver(look.figures);
    if (over) return refused(WORDS[over](DOCUMENT_LIMITS[over]));
    if (look.figures.introspects && !this.isSchemaOpen && !mayIntrospect(caller)) {
      return refused('The schema is not shown here. Its text comes with Rollcall: server/schema.graphql.', 'FORBIDDEN');
    }
    return null;
  }

  private lookAt(text: string): Look | null {
    const known = this.looks.get(text);
    if (known) return known.look;
    const document = documentOf(text);
    const look = document && {
      figures: measureDocument(this.schema, document),
      subscribes: document.definitions.some(isSubscription),
    };
    this.looks.set(text, { look });
    return look;
  }
}

export function findOver(
  figures: DocumentFigures,
  limits: Record<keyof typeof DOCUMENT_LIMITS, number> = DOCUMENT_LIMITS,
): keyof typeof DOCUMENT_LIMITS | undefined {
  return (Object.keys(DOCUMENT_LIMITS) as (keyof typeof DOCUMENT_LIMITS)[]).find(
    (name) => figures[name] > limits[name],
  );
}

const isSubscription = (node: DefinitionNode): boolean =>
  node.kind === Kind.OPERATION_DEFINITION && node.operation === OperationTypeNode.SUBSCRIPTION;

function documentOf(text: string): DocumentNode | null {
  try {
    return parse(text, { maxTokens: MAX_DOCUMENT_TOKENS, noLocation: true });
  } catch {
    return null;
  }
}

const refused = (message: string, code: 'BAD_USER_INPUT' | 'FORBIDDEN' = 'BAD_USER_INPUT'): GraphQLError =>
  new GraphQLError(message, { originalError: new DomainError(code, message) });
