import { ApolloServerErrorCode } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { codeOf, DomainError } from '../errors.js';
import { newId } from '../ids.js';
import type { Logger } from '../logger.js';
import { presentScope } from '../request-scope.js';

/** What Apollo and graphql-js find wrong with a document by themselves: fit to show as it is. */
const documentErrors: readonly unknown[] = Object.values(ApolloServerErrorCode).filter(
  (code) => code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR,
);

const UNAVAILABLE = 'The server cannot get at its data at this moment. Try again shortly.';

/**
 * Turns whatever was thrown into what a client may see. A DomainError keeps its code and message; an error in the
 * document keeps graphql's words; anything else is logged whole, and answered with the number of that log line only.
 */
export function formatError(error: unknown, logger: Logger): GraphQLFormattedError {
  const graphQLError = error instanceof GraphQLError ? error : null;
  const original = graphQLError?.originalError ?? error;
  const where = {
    ...(graphQLError?.path && { path: graphQLError.path }),
    ...(graphQLError?.locations && { locations: graphQLError.locations }),
  };

  if (original instanceof DomainError && original.code !== 'INTERNAL_SERVER_ERROR') {
    return { message: original.message, ...where, extensions: { ...original.details, code: original.code } };
  }
  if (graphQLError && isAboutTheDocument(graphQLError)) {
    const { code } = graphQLError.extensions;
    return {
      message: withoutSuggestion(graphQLError.message),
      ...where,
      extensions: { code: documentErrors.includes(code) ? code : 'BAD_USER_INPUT' },
    };
  }
  const requestId = presentScope()?.id ?? newId();
  logger.error({ err: original, requestId, path: graphQLError?.path }, 'unexpected error');
  if (codeOf(original) === 'UNAVAILABLE') {
    return { message: UNAVAILABLE, ...where, extensions: { code: 'UNAVAILABLE', requestId } };
  }
  return {
    message: `Something went wrong here. If it happens again, give this number to your administrator: ${requestId}`,
    ...where,
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  };
}

/** Suggestions would show the schema name by name to those who may not see it. */
const withoutSuggestion = (message: string): string => message.replace(/ ?Did you mean .*\?$/s, '');

/**
 * Thrown by parsing, validation or coercion: Apollo says so, or nothing but graphql itself is behind it and no field was
 * being resolved yet.
 */
function isAboutTheDocument({ extensions, originalError, path }: GraphQLError): boolean {
  if (documentErrors.includes(extensions.code)) return true;
  return path === undefined && (originalError === undefined || originalError instanceof GraphQLError);
}
