import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder with package.json, whether this runs from dist/ or from source. */
const root = findRoot(import.meta.dirname);

/** What comes with the program, as opposed to what an installation makes while it runs. */
export const installation = {
  root,
  /** As package.json says. */
  version: (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version,
  migrationsDir: join(root, 'prisma', 'migrations'),
  postgresqlMigrationsDir: join(root, 'prisma', 'postgresql', 'migrations'),
  webDir: join(root, 'dist', 'web'),
  schemaFile: join(root, 'server', 'schema.graphql'),
} as const;

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}
