import type { CorrectionState, RequestRow_CorrectionRequestFragment } from '../gql/graphql';
import { KIND_WORDS } from './correction-words';

export const STATE_WORDS: Record<CorrectionState, string> = { OPEN: 'Open', APPROVED: 'Approved', REFUSED: 'Refused' };

/** What somebody asks for, with the time as `time` writes it. */
export function requestWords(
  { action, at, kind }: Pick<RequestRow_CorrectionRequestFragment, 'action' | 'at' | 'kind'>,
  time: (iso: string) => string,
): string {
  const what = kind ? KIND_WORDS[kind].toLowerCase() : 'punch';
  switch (action) {
    case 'ADD':
      return `Add a ${what} at ${time(at ?? '')}`;
    case 'MOVE':
      return `Move a ${what} to ${time(at ?? '')}`;
    case 'VOID':
      return 'Make a punch void';
    case 'RESTORE':
      return 'Restore a punch';
    case 'PUNCH':
      return 'A punch';
  }
}
