import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { installation } from '../installation.js';
import { buildGraphQLSchema } from '../schema.js';

const sdl = printSchema(lexicographicSortSchema(buildGraphQLSchema()));
writeFileSync(installation.schemaFile, `# Emitted from the resolvers by \`npm run schema\`. Do not edit.\n\n${sdl}\n`);
