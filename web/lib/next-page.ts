/** Where to go after signing in: a path of this site that was asked for before, else the board. Never another site. */
export function nextPage(asked: unknown): string {
  if (typeof asked !== 'string' || !asked.startsWith('/') || asked.startsWith('//') || asked.includes('\\'))
    return '/board';
  return asked.startsWith('/login') ? '/board' : asked;
}
