import { defineConfig, globalIgnores } from 'eslint/config';
import js from '@eslint/js';
import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';
import { bordersPlugin } from './.ci/borders.js';

const DEFAULT_EXPORTS = {
  selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
  message: 'No default exports: a name is the same everywhere.',
};
const NOW = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Time comes from a Clock: take one in the constructor and call clock.now(), so that tests can turn it.',
  },
  {
    selector:
      'MemberExpression[object.name="Date"][property.name="now"], MemberExpression[object.name="Temporal"][property.name="Now"]',
    message: 'Time comes from a Clock: take one in the constructor and call clock.now(), so that tests can turn it.',
  },
];
const ENVIRONMENT = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'Only config.ts reads the environment: add the setting there and take it from the Config.',
};
const CONFIG_FILES = ['*.config.{js,ts}', 'web/vite.config.ts'];
const TESTS = ['**/*.test.ts', 'server/testing/**', 'server/api-tests/**', 'web/testing/**'];

export default defineConfig(
  globalIgnores([
    'dist/',
    'data/',
    'models/',
    'Face Images/',
    'server/database/generated*/',
    'web/gql/',
    'web/public/',
  ]),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,vue}'],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.vue'] },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: true }],
      '@typescript-eslint/no-inferrable-types': 'off',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-undef': 'off',
    },
  },
  {
    // With emitDecoratorMetadata a type in a decorated signature is also a value.
    files: ['server/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['**/*.vue'],
    extends: [vue.configs['flat/essential']],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      'vue/no-restricted-v-bind': [
        'error',
        {
          argument: 'loading',
          element: 'VBtn',
          message: 'Its bar has no name for a screen reader: use BusyButton.vue.',
        },
      ],
    },
  },
  {
    files: ['{server,web}/**/*.{ts,vue}'],
    plugins: { rollcall: bordersPlugin },
    rules: { 'rollcall/borders': 'error', 'no-restricted-syntax': ['error', DEFAULT_EXPORTS, ...NOW] },
  },
  {
    files: ['server/**/*.ts'],
    ignores: ['server/cli/**'],
    rules: { 'no-restricted-syntax': ['error', DEFAULT_EXPORTS, ...NOW, ENVIRONMENT] },
  },
  { files: ['server/config.ts'], rules: { 'no-restricted-syntax': ['error', DEFAULT_EXPORTS, ...NOW] } },
  {
    // ESLint's parser sees .vue files as untyped; `npm run typecheck` (vue-tsc) does not.
    files: ['web/**'],
    rules: {
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/clock.ts', ...TESTS],
    rules: { 'no-restricted-syntax': ['error', DEFAULT_EXPORTS] },
  },
  {
    files: TESTS,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      'no-console': 'off',
    },
  },
  {
    // What a person reads on the terminal.
    files: ['server/cli/**', 'server/main.ts', 'server/run-server.ts', 'server/testing/**'],
    rules: { 'no-console': 'off' },
  },
  // Another package's exports are as they are.
  { files: ['**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.{js,mjs}', ...CONFIG_FILES],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly', setTimeout: 'readonly' } },
    rules: { 'no-restricted-syntax': 'off' },
  },
);
