import { describe, expect, it } from 'vitest';
import { DomainError } from '../errors.js';
import { parseInput } from '../validate.js';
import { employeeDetails, foldForSearch, imageIdOf, searchTextOf } from './employee-details.js';

describe('an image id', () => {
  it.each([
    ['spaces', 'Ana de la Cruz', '7_AnadelaCruz'],
    ['accents', 'Élodie Strauß', '7_ÉlodieStrauß'],
    ['accents typed as two characters', 'E\u0301lodie', '7_Élodie'],
    ['another script', '山田 太郎', '7_山田太郎'],
    ['vowels that are marks', 'राम कुमार', '7_रामकुमार'],
    ['an apostrophe and a hyphen', "Jean-Luc O'Brien", '7_Jean-LucOBrien'],
    ['a way out of the folder', '../../etc/passwd', '7_etcpasswd'],
    ['the same for Windows', '..\\..\\Windows', '7_Windows'],
    ['a drive', 'C:name', '7_Cname'],
    ['a device of Windows', 'CON', '7_CON'],
    ['dots only', '..', '7_Employee'],
    ['no letter at all', '🙂🙂', '7_Employee'],
    ['nothing', '', '7_Employee'],
  ])('of a name with %s', (_name, name, imageId) => {
    expect(imageIdOf(7, name)).toBe(imageId);
  });

  it('fits into a folder name, whatever the name', () => {
    for (const letter of ['n', 'é', '山', '한', '𠮷']) {
      const imageId = imageIdOf(2_147_483_647, letter.repeat(10_000));
      expect([...imageId].length).toBeLessThanOrEqual(80);
      expect(Buffer.from(imageId).toString()).toBe(imageId);
      expect(Buffer.byteLength(imageId)).toBeLessThanOrEqual(255);
    }
  });
});

describe('folding for search', () => {
  it.each([
    ['case', 'ANNA', 'anna'],
    ['accents', 'Élodie Müller', 'elodie muller'],
    ['accents typed as two characters', 'E\u0301lodie', 'elodie'],
    ['the dotted capital I', 'İpek', 'ipek'],
    ['letters that are not taken apart', 'Łukasz Strauß Sørensen', 'lukasz strauss sorensen'],
    ['wide letters', 'Ａｎａ', 'ana'],
    ['runs of white space', '  Ana \t de\u00a0la\u3000 Cruz ', 'ana de la cruz'],
    ['nothing', '   ', ''],
  ])('does away with %s', (_name, text, folded) => {
    expect(foldForSearch(text)).toBe(folded);
    expect(foldForSearch(folded)).toBe(folded);
  });

  it('finds by name, number, position and department, and orders by name', () => {
    const details = { name: 'Élodie Zöllner', position: 'Shift Lead', department: 'Sales' };
    expect(searchTextOf(12, details)).toBe('elodie zollner 12 shift lead sales');
  });
});

const parse = (overrides: Record<string, unknown>) =>
  parseInput(employeeDetails, { name: 'Ana', position: 'Tester', department: 'Quality', ...overrides });

describe('a name', () => {
  it.each([
    'Ana',
    'Élodie Nakamura',
    'Marek O’Sullivan',
    "Noor van 't Hof",
    'Jean-Luc Picard, Jr.',
    'Ana (Kiosk 2)',
    '山田 太郎',
    'Ελένη Παπαδοπούλου',
    'Владимир',
    'محمد علي',
    'राम कुमार',
    'ශ්‍රී',
    'علی‌رضا',
    'ジョン・スミス',
    'Gal·la',
    'Anne‑Marie',
    '김민준',
    'X Æ A12',
    'n'.repeat(100),
  ])('may be %s', (name) => {
    expect(parse({ name }).name).toBe(name);
  });

  it('loses the spaces around it, and has plain ones inside', () => {
    expect(parse({ name: '  Ana  ' }).name).toBe('Ana');
    expect(parse({ name: '山田\u3000太郎' }).name).toBe('山田 太郎');
  });

  it.each([
    ['empty', ''],
    ['white space only', ' \t '],
    ['of 101 characters', 'n'.repeat(101)],
    ['of two lines', 'Ana\nCruz'],
    ['with a null character', 'Ana\0'],
    ['with an escape sequence for terminals', 'Ana\u001b[31m'],
    ['turned round by an invisible character', 'Ana\u202eannA'],
    ['a path', '../Ana'],
    ['a path of Windows', '..\\Ana'],
    ['markup', '<b>Ana</b>'],
    ['an emoji', '🙂'],
    ['marks only', '(...)'],
    ['half a character', 'Ana\ud83d'],
    ['a number', 5],
    ['missing', undefined],
  ])('is refused when it is %s, and the words say which field', (_name, name) => {
    expect(() => parse({ name })).toThrow(DomainError);
    expect(() => parse({ name })).toThrow(/^name: /);
  });
});

describe('position and department', () => {
  it.each(['position', 'department'])('%s may have signs that a name may not, on one line', (field) => {
    expect(parse({ [field]: 'R&D / Lab #3' })).toMatchObject({ [field]: 'R&D / Lab #3' });
    for (const off of ['R&D\nLab', 'Lab\u202e', 'Lab\ud83d']) {
      expect(() => parse({ [field]: off })).toThrow(`${field}: must be one line of plain text`);
    }
  });
});
