import fc from 'fast-check';
import { pick, type Draw } from './values.js';

type Break = (draw: Draw, text: string) => string;

const PUNCTUATION = ['{', '}', '(', ')', '[', ']', '$', '@', '!', '...', ':', '=', '"', '"""', '&', '|', '#', '\u0000'];

const at = (draw: Draw, text: string): number => draw(fc.nat, Math.max(0, text.length));

/** Ways to damage a document. */
const BREAKS: readonly Break[] = [
  (draw, text) => text.slice(0, at(draw, text)),
  (draw, text) => text.slice(at(draw, text)),
  (draw, text) => {
    const place = at(draw, text);
    return `${text.slice(0, place)}${pick(draw, ...PUNCTUATION)}${text.slice(place)}`;
  },
  (draw, text) => {
    const place = at(draw, text);
    return `${text.slice(0, place)}${draw(fc.string, { unit: 'binary', maxLength: 6 })}${text.slice(place)}`;
  },
  (draw, text) => {
    const names = text.match(/\w+/g) ?? ['x'];
    return text.replace(pick(draw, ...names), pick(draw, ...names, 'password', '__schema', 'id'));
  },
  (_draw, text) => `${text} ${text}`,
  (_draw, text) => text.replace(/\$v(\d+): /g, '$$v0: '),
  (_draw, text) => text.replace(/\(\$v0.*?\)/, ''),
  (draw, text) => text.replace('{', '{'.repeat(draw(fc.integer, { min: 2, max: 1500 }))),
  (draw, text) => text.replace('{', `{ ${'__typename '.repeat(draw(fc.integer, { min: 1, max: 3000 }))}`),
  (draw, text) => text.replace('{', `{ ${aliases(draw(fc.integer, { min: 1, max: 400 }))}`),
  (draw, text) => text.replace('{', `${'@skip(if: false) '.repeat(draw(fc.integer, { min: 1, max: 200 }))} {`),
  (_draw, text) => `${text} fragment A on Query { ...B } fragment B on Query { ...A }`,
  (draw, text) => `${text} ${laughs(draw(fc.integer, { min: 2, max: 60 }))}`,
  (draw, text) => text.replace('{', `{ ${nested(draw(fc.integer, { min: 2, max: 400 }))}`),
  () => '{ __schema { types { name fields { name type { name ofType { name } } } } } }',
  (_draw, text) => text.replace(/__typename/g, '... @defer { __typename }'),
];

export const breakText: Break = (draw, text) => pick(draw, ...BREAKS)(draw, text);

const aliases = (count: number): string => Array.from({ length: count }, (_, n) => `z${n}: __typename`).join(' ');
const nested = (depth: number): string => `${'... on Query { '.repeat(depth)} __typename ${'}'.repeat(depth)}`;
const laughs = (count: number): string =>
  Array.from({ length: count }, (_, n) => `fragment L${n} on Query { ...L${n + 1} ...L${n + 1} }`).join(' ') +
  ` fragment L${count} on Query { __typename }`;
