import { expect, it } from 'vitest';
import { erasedIn } from './erasure-receipt.js';

const receiptOf = (employee: string) => ({ statement: { kind: 'rollcall erasure receipt', employee }, signature: 's' });

it('tells whose faces were erased by a receipt as it is given out', () => {
  expect(erasedIn(`${JSON.stringify(receiptOf('a'), null, 2)}\n`, 'file')).toEqual(['a']);
});

it('tells it by receipts that are one a line, each person once', () => {
  const lines = ['a', 'b', 'a'].map((employee) => JSON.stringify(receiptOf(employee)));
  expect(erasedIn(`${lines.join('\n')}\n\n`, 'file')).toEqual(['a', 'b']);
});

it.each(['', '  '])('finds nobody in an empty file', (text) => expect(erasedIn(text, 'file')).toEqual([]));

it.each(['no receipt', '{}', '{"statement":{"kind":"another","employee":"a"}}', '[1]'])('refuses %s', (text) => {
  expect(() => erasedIn(text, 'receipts.json')).toThrow('receipts.json: holds something that is no receipt');
});
