/** The version of the biometric notice in web/enrolment/; raise it whenever that text changes. */
export const CONSENT_NOTICE_VERSION = '1';
