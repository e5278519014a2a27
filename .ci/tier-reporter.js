import { mkdirSync, writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** Where .ci/run reads the last line again. */
export const TOTALS_FILE = 'node_modules/.cache/rollcall/test-totals.txt';
const MOST_LINES = 20;

/** Counts tests by tier (vitest project) and ends with one plain line over all: `N passed, N failed, N skipped`. */
export class TierReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const tiers = new Map();
    const all = count();
    for (const module of modules) {
      const tier = tiers.get(module.project.name) ?? count();
      tiers.set(module.project.name, tier);
      const add = (what) => {
        tier[what] += 1;
        all[what] += 1;
      };
      const say = (what, name, reason) => {
        console.log(`${what} (${module.project.name}): ${name}${reason ? `: ${reason}` : ''}`);
      };
      for (const test of module.children.allTests()) {
        const { state, note, errors } = test.result();
        if (state === 'skipped') say('skipped', test.fullName, note);
        if (state === 'failed') say('failed', test.fullName, words(errors[0]));
        add(state === 'passed' || state === 'skipped' ? state : 'failed');
      }
      // A file that could not be loaded, or a hook that threw, has no failed test of its own: those it kept from running
      // are skipped.
      for (const part of [module, ...module.children.allSuites()]) {
        const [error] = part.errors();
        if (!error) continue;
        say('failed', part.fullName ?? module.relativeModuleId, words(error));
        add('failed');
      }
    }
    all.failed += unhandledErrors.length;
    console.log();
    for (const [name, tier] of tiers) console.log(`${name.padEnd(14)} ${line(tier)}`);
    console.log(line(all));
    mkdirSync(TOTALS_FILE.replace(/\/[^/]+$/, ''), { recursive: true });
    writeFileSync(TOTALS_FILE, `${line(all)}\n`);
  }
}

/** What went wrong, with the beginning of the difference from what was expected. */
function words({ message, diff } = {}) {
  if (!diff) return message;
  const lines = stripVTControlCharacters(diff).split('\n');
  return [message, ...lines.filter((line) => /^[-+]/.test(line)).slice(0, MOST_LINES)].join('\n    ');
}

function count() {
  return { passed: 0, failed: 0, skipped: 0 };
}

function line({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
