import { describe, expect, it } from 'vitest';
import { peopleInCsv } from './people-csv.js';

const people = (text: string) =>
  peopleInCsv(text).people.map(({ number, name, position, department, photos }) => [
    number,
    name,
    position,
    department,
    photos.map(({ path }) => path),
  ]);

describe('a list of people', () => {
  it('is read in the usual order where no line names the columns', () => {
    expect(people('Anna Berg,Fitter,Production,7,a.jpg,b.jpg\nBob')).toEqual([
      [7, 'Anna Berg', 'Fitter', 'Production', ['a.jpg', 'b.jpg']],
      [null, 'Bob', null, null, []],
    ]);
  });

  it('is read by the names of its columns, whatever separates them', () => {
    const text =
      '\uFEFFEmployee ID;Department;Name;Remark;Photo 1;Photo 2\r\n7;Production;"Berg; Anna";x;a.jpg|b.jpg;c.jpg\r\n';
    expect(people(text)).toEqual([[7, 'Berg; Anna', null, 'Production', ['a.jpg', 'b.jpg', 'c.jpg']]]);
  });

  it('may have several lines about one person', () => {
    expect(people('name,number,photos\nAnna,1,a.jpg\nAnna,1,b.jpg')).toEqual([
      [1, 'Anna', null, null, ['a.jpg', 'b.jpg']],
    ]);
  });

  it('tells which lines are off, and takes the others', () => {
    const { people: taken, problems } = peopleInCsv('name,number\n,1\nAnna,seven');
    expect(taken.map(({ name, number }) => [name, number])).toEqual([['Anna', null]]);
    expect(problems).toEqual([
      { line: 2, reason: 'There is no name.' },
      { line: 3, reason: '"seven" is no employee number; they get the next free one.' },
    ]);
  });

  it('without anybody is refused', () => {
    expect(() => peopleInCsv('name,number\n')).toThrow('There is nobody in the list.');
  });
});
