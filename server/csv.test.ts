import { expect, it } from 'vitest';
import { csvCells, csvLine } from './csv.js';

it.each([
  [['a', 'b, c', 'say "no"'], 'a,"b, c","say ""no"""'],
  [[1, null, 'x'], '1,,x'],
  [['=HYPERLINK("http://x")', '-1', '+49 30'], `"'=HYPERLINK(""http://x"")",'-1,'+49 30`],
])('writes the cells %j as a line that no spreadsheet takes for a formula', (cells, line) => {
  expect(csvLine(cells)).toBe(line);
});

it('reads what it has written', () => {
  const cells = ['a', 'b; c', 'say "no"', ''];
  expect(csvCells(csvLine(cells))).toEqual(cells);
});
