import type { AuditRow_AuditEntryFragment } from '../gql/graphql';

/** "setEmployeePin" -> "Set employee pin", "import-people" -> "Import people". */
export function actionInWords(action: string): string {
  const words = action
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace('.', ': ')
    .replaceAll('-', ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Who it was: by name where there is one. */
export function actorInWords({ actor, actorName }: Pick<AuditRow_AuditEntryFragment, 'actor' | 'actorName'>): string {
  if (actorName) return actorName;
  const known: Record<string, string> = {
    schedule: 'By the clock',
    command: 'A command',
    anonymous: 'Nobody signed in',
  };
  return known[actor] ?? actor;
}

/** JSON on several lines; as it is where it is none. */
export function readable(details: string | null): string {
  if (details === null) return '';
  try {
    return JSON.stringify(JSON.parse(details), null, 2);
  } catch {
    return details;
  }
}
