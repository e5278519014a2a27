import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { environmentSchema } from '../config.js';
import { installation } from '../installation.js';
import { settingGroups, type SettingWords } from './setting-words.js';

// npm run configuration: docs/configuration.md, from the schema that reads the settings.
const file = join(installation.root, 'docs', 'configuration.md');
const defaults = environmentSchema.parse({}) as Record<string, unknown>;

const missing = Object.keys(environmentSchema.shape).filter(
  (name) => !Object.values(settingGroups).some((group) => name in group),
);
if (missing.length > 0) throw new Error(`server/cli/setting-words.ts says nothing of ${missing.join(', ')}`);

const row = ([name, words]: [string, SettingWords]): string =>
  `| \`${name}\` | ${words.default ?? shown(defaults[name])} | ${words.means} |`;
const sections = Object.entries(settingGroups).map(([title, settings]) =>
  [`## ${title}`, '', '| setting | default | means |', '| - | - | - |', ...Object.entries(settings).map(row)].join(
    '\n',
  ),
);
const page = `# Configuration

Written by \`npm run configuration\` from the schema that reads the settings (\`server/config.ts\`): do not edit it here.

From the environment, or from a file \`.env\` in the project's folder (copy \`.env.example\`); the environment wins. An empty
value counts as not set. All problems are reported at once. \`TIME_ZONE\` and \`DAY_STARTS_AT\` should be right before the first
check-in: day records that exist are not computed anew when they change.

${sections.join('\n\n')}
`;
writeFileSync(file, await format(page, { ...(await resolveConfig(file)), filepath: file }));

function shown(value: unknown): string {
  if (typeof value === 'string') return `\`${value}\``;
  return typeof value === 'number' || typeof value === 'boolean' ? `${value}` : '';
}
