/** The operations of a request: documents and variables, without uploads. */
export const MAX_JSON_BYTES = 100 * 1024;
export const MAX_DOCUMENT_TOKENS = 2000;
/**
 * Of documents that were found valid and are kept, as JSON: some 300 like those of our pages. Strangers may push others out,
 * which are then looked at anew, and no more.
 */
export const MAX_DOCUMENTS_BYTES = 4 * 2 ** 20;

/** Of documents that were measured, whose figures are kept; others are measured anew. */
export const MAX_LOOKS_CHARACTERS = 2 ** 20;

/**
 * How much one document may ask for (measure-document.ts). The pages' own documents stay within half of each, which a
 * test makes sure of. A cost of 20,000 is a page of 200 with a hundred fields an entry.
 */
export const DOCUMENT_LIMITS = { depth: 14, aliases: 30, directives: 30, rootFields: 12, cost: 20_000 } as const;

/** How much variables may hold (measure-variables.ts). A pattern of 366 days with several shifts a day fits. */
export const VARIABLES_LIMITS = { depth: 12, values: 10_000, items: 2_000, files: 10 } as const;

/** Photos up to this size are read, so that one over the limit for photos is refused with words like any other bad one. */
export const MAX_UPLOAD_BYTES = 16 * 2 ** 20;
export const MAX_UPLOADS = VARIABLES_LIMITS.files;
/** Requests with files that are taken in at one time; the rest is told to come again. */
export const MAX_UPLOADING = 64;
/** Of a signed request, which is held in memory until it is known to be as it was signed: a photo and eight frames. */
export const MAX_SIGNED_BYTES = 24 * 2 ** 20;

/** All headers of a request together. */
export const MAX_HEADER_BYTES = 16 * 1024;
export const MAX_HEADERS = 100;
/** A connection whose request's headers are not whole by then is closed; so is one that never says anything. */
export const HEADERS_TIMEOUT_MS = 10_000;
/** A request that is not whole by then is dropped. */
export const REQUEST_TIMEOUT_MS = 60_000;
/** What is still being worked on by then for one operation is given up. */
export const OPERATION_TIMEOUT_MS = 30_000;
/** A connection on which nothing moves for so long is closed: an answer that nobody fetches, for one. */
export const IDLE_TIMEOUT_MS = 90_000;
/** A body that comes in more slowly than this is cut off. */
export const MIN_BODY_BYTES_PER_SECOND = 1024;
export const BODY_CHECK_MS = 5_000;
/** How often Node looks for requests that take too long. */
export const CONNECTION_CHECK_MS = 2_000;

export const SUBSCRIPTION_MESSAGE_BYTES = MAX_JSON_BYTES;
/** How long a WebSocket may stay open without saying who it is. */
export const SUBSCRIPTION_INIT_TIMEOUT_MS = 5_000;
/** How long a subscription may go on after its session ended or its kiosk was revoked. */
export const SUBSCRIPTION_CALLER_CHECK_MS = 10_000;
/** How often a silent WebSocket is asked whether it is still there. */
export const SUBSCRIPTION_PING_MS = 20_000;
/** Subscriptions and operations under way on one WebSocket. */
export const MAX_OPERATIONS_PER_SOCKET = 20;
/** … and of one caller, on all of theirs. */
export const MAX_OPERATIONS_PER_CALLER = 200;
/** Messages that one WebSocket may send in any second. */
export const MAX_MESSAGES_PER_SECOND = 50;
/** Bytes that wait for one reader: more means that they do not read. */
export const MAX_WAITING_BYTES = 2 ** 20;
/** How long a reader may leave everything where it is. */
export const SLOW_READER_MS = 15_000;
/** How often that is looked at. */
export const SLOW_READER_CHECK_MS = 1_000;
