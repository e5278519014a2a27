/** What whoever looks at somebody's privacy may do about it. */
export interface PrivacyRights {
  /** Enrol a face, and take an agreement back. */
  consents: boolean;
  /** Erase a face, and hand out everything that is kept. */
  erases: boolean;
}
