/** The operations of a request: documents and variables, without uploads. */
export const MAX_JSON_BYTES = 100 * 1024;
export const MAX_DOCUMENT_TOKENS = 2000;
/** Photos up to this size are read, so that one over the limit for photos is refused with words like any other bad one. */
export const MAX_UPLOAD_BYTES = 16 * 2 ** 20;
export const MAX_UPLOADS = 10;
/** Of a signed request, which is held in memory until it is known to be as it was signed: a photo and eight frames. */
export const MAX_SIGNED_BYTES = 24 * 2 ** 20;

/** A request that is not whole by then is dropped. */
export const REQUEST_TIMEOUT_MS = 60_000;
export const SUBSCRIPTION_MESSAGE_BYTES = MAX_JSON_BYTES;
/** How long a WebSocket may stay open without saying who it is. */
export const SUBSCRIPTION_INIT_TIMEOUT_MS = 5_000;
/** How long a subscription may go on after its session ended or its kiosk was revoked. */
export const SUBSCRIPTION_CALLER_CHECK_MS = 10_000;
/** How often a silent WebSocket is asked whether it is still there. */
export const SUBSCRIPTION_PING_MS = 20_000;
