import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the demo company is made by the first page test that wants it, for all of them. */
    demoFolder: string;
  }
}

let folder: string;

export function setup(project: TestProject): void {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-demo-'));
  project.provide('demoFolder', folder);
}

export function teardown(): void {
  rmSync(folder, { recursive: true });
}
