/**
 * Who sent something ('user:…', 'kiosk:…'), in words; `names` are of the accounts that are known. To employees whoever
 * else does anything about their records is a manager.
 */
export function sourceWords(
  source: string,
  viewer: { id: string; role: string } | null | undefined,
  names: ReadonlyMap<string, string>,
): string {
  const [kind, id = ''] = source.split(':');
  if (kind === 'user' && id === viewer?.id) return 'you';
  if (kind === 'user') return names.get(id) ?? (viewer?.role === 'EMPLOYEE' ? 'a manager' : 'another account');
  if (kind === 'kiosk') return 'a kiosk';
  return source === 'demo' ? 'the demo company' : source;
}
