import { describe, expect, it } from 'vitest';
import { nextPage } from './next-page';

describe('nextPage', () => {
  it.each([
    ['/employees?search=ada', '/employees?search=ada'],
    [undefined, '/board'],
    ['//evil.example', '/board'],
    ['/\\evil.example', '/board'],
    ['https://evil.example', '/board'],
    ['/login?next=/login', '/board'],
  ])('after signing in with next=%s goes to %s', (asked, page) => {
    expect(nextPage(asked)).toBe(page);
  });
});
