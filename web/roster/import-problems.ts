/** The server's words on a text that it did not take, a line of the text each: 'csv: line 2: …; line 5: ….' */
export function importProblems(message: string): string[] {
  return message
    .replace(/^(?:csv: )?./, (start) => start.slice(-1).toUpperCase())
    .replace(/\.$/, '')
    .split('; ')
    .map((words) => words.replace(/^line (\d+):/, 'Line $1:'));
}

/** What an import came to. */
export function importWords(
  what: string,
  { added, renamed = 0, unchanged }: { added: number; renamed?: number; unchanged: number },
): string {
  const parts = [
    ...(added > 0 ? [`${added} added`] : []),
    ...(renamed > 0 ? [`${renamed} renamed`] : []),
    ...(unchanged > 0 ? [`${unchanged} there already`] : []),
  ];
  return `${what}: ${parts.join(', ')}.`;
}
