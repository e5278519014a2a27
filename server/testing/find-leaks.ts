/** What no answer may show: traces, paths, the database and its words, secrets. */
const LEAKS: readonly [what: string, pattern: RegExp][] = [
  ['a stack trace', /\bat (?:async )?[\w.<>[\] ]+ \(.*?:\d+:\d+\)/],
  ['a stack trace', /\bat (?:file:|node:|\/).*?:\d+:\d+/],
  ['a file of the program', /node_modules|dist\/server|server\/[\w-]+\/[\w.-]+\.[jt]s|file:\/\/\//],
  ['a path', /(?:\/(?:tmp|home|root|work|var|usr|srv|opt)\/[\w.-]+)|[A-Z]:\\\\/],
  ['the database', /sqlite|prisma|P20\d\d\b|\bSQL\b|rollcall\.db|constraint failed|no such (?:table|column)/i],
  ['the platform', /\b(?:E(?:NOENT|ACCES|CONNRESET|MFILE|EXIST)|ERR_[A-Z_]+)\b/],
  ['an error of JavaScript', /(?:Type|Range|Reference|Syntax)Error:|is not a function|of undefined|of null \(/],
  ['a hash of a password', /\$argon2/],
  ['a hash', /[0-9a-f]{64}/],
];

/** Fields that are hashes, of the audit's chain, of receipts and of what a step of the pipeline began with, or hold some. */
const MEANT_HASHES = /\b(?:hash|receipt|inputs)\b/;

/** What of it is in an answer and was not in the question: errors repeat what they are about. */
export function findLeaks(answer: string, question = ''): string[] {
  return LEAKS.flatMap(([what, pattern]) => {
    if (what === 'a hash' && MEANT_HASHES.test(question)) return [];
    const found = pattern.exec(answer)?.[0];
    return found !== undefined && !question.toLowerCase().includes(found.toLowerCase()) ? [`${what}: ${found}`] : [];
  });
}
