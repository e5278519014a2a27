import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';
import { GraphQLUpload } from 'graphql-upload-ts';

/** An instant, UTC, ISO 8601. */
export const DateTimeISO = GraphQLDateTimeISO;
/** YYYY-MM-DD on the site's calendar. */
export const LocalDate = GraphQLLocalDate;
/** A file of a multipart request (GraphQL multipart request specification). */
export const Upload = GraphQLUpload;
