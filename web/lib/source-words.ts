/** Who sent something ('user:…', 'kiosk:…'), in words; `names` are of the accounts that are known. */
export function sourceWords(source: string, viewerId: string | null, names: ReadonlyMap<string, string>): string {
  const [kind, id = ''] = source.split(':');
  if (kind === 'user') return id === viewerId ? 'you' : (names.get(id) ?? 'another account');
  if (kind === 'kiosk') return 'a kiosk';
  return source === 'demo' ? 'the demo company' : source;
}
