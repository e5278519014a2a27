// Lists the licence of every package that an installation runs, and fails for one that is not on the list below:
//   npm run licences [-- --all]
import { readFileSync } from 'node:fs';

/** Licences that let a company run, change and pass on Rollcall without opening anything of its own. */
const ALLOWED = new Set([
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'MIT-0'],
  ...['Python-2.0', 'Unlicense', 'WTFPL', 'Zlib'],
]);

/** Packages that are allowed although their licence is not on the list, or is told in another place, and why. */
const EXCEPTIONS = [
  [/^@img\/sharp-/, 'libvips (LGPL) is a shared library beside sharp, unchanged, and can be replaced'],
  [/^lightningcss/, 'MPL-2.0 covers its own files, which are used unchanged, and only when the pages are built'],
  [/^elkjs$/, 'EPL-2.0 covers its own files, which are used unchanged, in Prisma Studio alone'],
  [/^@visx\/vendor$/, 'MIT and ISC, in words that are no SPDX expression'],
  [/^seq-queue$/, 'MIT by its LICENSE file; its package.json says nothing'],
];

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const problems = [];
const byLicence = new Map();
for (const [path, { dev, version, license, link }] of Object.entries(lock.packages)) {
  if (path === '' || dev || link) continue;
  const name = path.replace(/^.*node_modules\//, '');
  const told = license ?? licenceIn(path) ?? 'unknown';
  byLicence.set(told, [...(byLicence.get(told) ?? []), `${name}@${version}`]);
  if (!isAllowed(told) && !EXCEPTIONS.some(([pattern]) => pattern.test(name)))
    problems.push(`${name}@${version}: ${told}`);
}

for (const [licence, packages] of [...byLicence].sort(([, a], [, b]) => b.length - a.length)) {
  console.log(`${String(packages.length).padStart(5)}  ${licence}`);
  if (process.argv.includes('--all'))
    console.log(
      packages
        .sort()
        .map((one) => `         ${one}`)
        .join('\n'),
    );
}
if (problems.length > 0) {
  console.error(`\nNot allowed (.ci/licences.mjs says what is):\n  ${problems.join('\n  ')}`);
  process.exit(1);
}

/** "A OR B" is fine when one is; "A AND B" when both are. */
function isAllowed(expression) {
  const text = expression.replace(/^\((.*)\)$/, '$1');
  if (/ OR /.test(text)) return text.split(/ OR /).some(isAllowed);
  if (/ AND /.test(text)) return text.split(/ AND /).every(isAllowed);
  return ALLOWED.has(text);
}

function licenceIn(path) {
  try {
    const { license, licenses } = JSON.parse(readFileSync(`${path}/package.json`, 'utf8'));
    return license?.type ?? license ?? licenses?.map(({ type }) => type).join(' OR ');
  } catch {
    return undefined;
  }
}
