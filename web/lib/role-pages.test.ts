import { describe, expect, it } from 'vitest';
import { detourOf, pagesOf } from './role-pages';

const viewer = (role: string, mustAddSecondFactor = false) => ({ role, mustAddSecondFactor });

describe('the navigation', () => {
  it.each([
    ['ADMIN', 7],
    ['MANAGER', 4],
    ['AUDITOR', 4],
    ['EMPLOYEE', 1],
    ['KIOSK', 0],
  ])('of %s has %d pages', (role, count) => {
    expect(pagesOf(viewer(role))).toHaveLength(count);
  });

  it('is empty before somebody is known, and before a second factor that is needed', () => {
    expect(pagesOf(null)).toEqual([]);
    expect(pagesOf(viewer('ADMIN', true))).toEqual([]);
  });
});

describe('who opens a page', () => {
  it.each([
    ['an employee', viewer('EMPLOYEE'), '/board', '/attendance'],
    ['an employee', viewer('EMPLOYEE'), '/settings/keys', '/attendance'],
    ['an employee', viewer('EMPLOYEE'), '/attendance', null],
    ['a manager', viewer('MANAGER'), '/board', null],
    ['a manager', viewer('MANAGER'), '/settings/keys', null],
    ['an administrator', viewer('ADMIN'), '/settings/keys', null],
    ['who must add a second factor', viewer('ADMIN', true), '/board', '/account'],
    ['who must add a second factor', viewer('ADMIN', true), '/account', null],
  ])('%s (%o) at %s is sent to %s', (_who, who, path, to) => {
    expect(detourOf(who, path)).toBe(to);
  });
});
