import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

// Snippets have no types to look up; everything else is the project's own configuration.
const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });

async function messages(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return result!.messages.filter(({ ruleId }) => ruleId !== '@typescript-eslint/no-unused-vars').map((m) => m.message);
}

const use = (from: string) => `import { thing } from '${from}';\nthing();\n`;
const useType = (from: string) => `import type { Thing } from '${from}';\nexport type Other = Thing;\n`;

describe('lint refuses with words', () => {
  it.each([
    ['server/attendance/a.service.ts', use('../enrolment/b.service.js'), 'attendance builds on recognition, employees'],
    ['server/recognition/identify.ts', use('../employees/employee.service.js'), 'recognition imports no other feature'],
    [
      'server/recognition/identify.ts',
      useType('../employees/employee.service.js'),
      'recognition imports no other feature',
    ],
    ['server/recognition/identify.ts', use('type-graphql'), 'recognition knows nothing of GraphQL'],
    [
      'server/kiosks/kiosk.service.ts',
      use('../accounts/account.service.js'),
      'kiosks builds on schedules and no other feature',
    ],
    ['server/recognition/identify.ts', use('@tensorflow/tfjs'), 'TensorFlow stays behind the FaceEngine port'],
    [
      'server/enrolment/look-alikes.test.ts',
      use('@vladmandic/face-api'),
      'TensorFlow stays behind the FaceEngine port',
    ],
    ['server/app.ts', `export const x = await import('@tensorflow/tfjs-node');\n`, 'TensorFlow stays behind'],
    [
      'server/attendance/a.service.ts',
      use('../database/database.js'),
      'Only *.repository.ts, database/ and wiring/foundation.ts',
    ],
    [
      'server/graphql/http.ts',
      useType('../database/generated/client.js'),
      'Only *.repository.ts, database/ and wiring/foundation.ts',
    ],
    ['server/jobs/sweep.ts', use('better-sqlite3'), 'Only *.repository.ts, database/ and wiring/foundation.ts'],
    ['server/employees/employee.resolver.ts', use('./employee.repository.js'), 'A resolver calls its service'],
    ['server/employees/employee.service.ts', use('./employee.resolver.js'), 'Imports run resolver -> service'],
    ['server/attendance/punch.rules.ts', use('../logger.js'), 'This file is pure'],
    ['server/recognition/match.ts', use('node:fs'), 'This file is pure'],
    ['server/recognition/subject.ts', use('sharp'), 'This file is pure'],
    ['server/attendance/a.service.ts', use('../app.js'), 'Nobody imports app.ts'],
    ['server/attendance/a.service.ts', use('../wiring/attendance.js'), 'wiring/ puts the parts together'],
    ['server/cli/demo.ts', use('../main.js'), 'main.ts is the program'],
    ['server/attendance/a.resolver.ts', use('../graphql/http.js'), 'From graphql/ features take types'],
    ['server/graphql/http.ts', use('../accounts/account.service.js'), 'graphql/ is the transport'],
    ['server/logger.ts', use('./attendance/a.service.js'), 'This is a leaf'],
    ['server/storage/face-images.ts', use('../employees/employee.service.js'), 'This is a leaf'],
    ['server/app.ts', use('./wiring/api.js'), 'Commands and workers start without the API'],
    ['server/wiring/jobs.ts', use('../jobs/job.resolver.js'), 'Commands and workers start without the API'],
    ['server/enrolment/register.ts', use('../testing/create-test-app.js'), 'testing/ is for tests and benchmarks only'],
    ['server/graphql/http.ts', use('../../web/lib/initials.js'), 'The server knows nothing of the web code'],
    ['server/attendance/a.service.ts', 'export const at = new Date();\n', 'Time comes from a Clock'],
    ['server/attendance/a.service.ts', 'export const at = Date.now();\n', 'Time comes from a Clock'],
    ['web/board/useArrivals.ts', 'export const at = Date.now();\n', 'Time comes from a Clock'],
    ['server/logger.ts', 'export const level = process.env.LOG_LEVEL;\n', 'Only config.ts reads the environment'],
    ['server/logger.ts', 'export default 1;\n', 'No default exports'],
    ['web/lib/initials.ts', 'const a = 1;\nexport { a as default };\n', 'No default exports'],
    ['server/logger.ts', 'export const x: any = 1;\n', 'Unexpected any'],
    ['web/kiosk/useCheckIn.ts', use('../board/useArrivals'), 'Features do not import each other or pages'],
    ['web/kiosk/useCheckIn.ts', use('../pages/BoardPage.vue'), 'Features do not import each other or pages'],
    ['web/components/A.vue', `<script setup lang="ts">\n${use('../kiosk/useCheckIn')}</script>\n`, 'Imports run pages'],
    ['web/lib/a.ts', use('../kiosk/useCheckIn'), 'Imports run pages -> features'],
    ['web/lib/a.ts', use('../composables/useCamera'), 'lib/ is pure'],
    ['web/components/a.ts', use('../gql/graphql'), 'components/ is free of the domain'],
    ['web/composables/useCamera.ts', use('../components/A.vue'), 'composables/ do not import components'],
    ['web/kiosk/useCheckIn.ts', use('../router'), 'Only main.ts puts App.vue and router.ts together'],
    ['web/kiosk/useCheckIn.ts', use('../../server/refusal.js'), 'The web meets the server in schema.graphql'],
  ])('%s: %j', async (file, code, words) => {
    expect(await messages(file, code)).toContainEqual(expect.stringContaining(words));
  });

  it('heeds no comment that switches a rule off', async () => {
    const code = '// eslint-disable-next-line\nexport const x: any = 1;\n';
    expect(await messages('server/logger.ts', code)).toContainEqual(expect.stringContaining('Unexpected any'));
  });
});

describe('lint allows', () => {
  it.each([
    ['server/attendance/a.service.ts', use('../recognition/identify.js')],
    ['server/enrolment/register.service.ts', use('../attendance/attendance.service.js')],
    ['server/attendance/a.resolver.ts', use('../graphql/context.js')],
    ['server/attendance/a.service.ts', use('../storage/face-images.js')],
    ['server/attendance/attendance.repository.ts', use('../database/database.js')],
    ['server/attendance/attendance.repository.test.ts', use('../database/database.js')],
    ['server/recognition/tfjs-face-engine.ts', use('@tensorflow/tfjs')],
    ['server/attendance/punch.rules.ts', use('temporal-polyfill')],
    ['server/recognition/match.ts', useType('./gallery.js')],
    ['server/main.ts', use('./run-server.js')],
    ['server/run-server.ts', use('./app.js')],
    ['server/app.ts', "export const api = () => import('./wiring/api.js');\n"],
    ['server/wiring/api.ts', use('../jobs/job.resolver.js')],
    ['server/schema.ts', use('./attendance/attendance.resolver.js')],
    ['server/config.ts', 'export const port = process.env.PORT;\n'],
    ['server/clock.ts', 'export const now = () => new Date();\n'],
    ['server/attendance/a.service.ts', `export const at = new Date('2026-03-02T08:00:00Z');\n`],
    ['server/events.ts', useType('./attendance/attendance.type.js')],
    ['web/pages/BoardPage.ts', use('../board/useArrivals')],
    ['web/kiosk/useCheckIn.ts', use('../composables/useCamera')],
    ['web/kiosk/useCheckIn.ts', use('./outcome')],
  ])('%s: %j', async (file, code) => {
    expect(await messages(file, code)).toEqual([]);
  });
});
