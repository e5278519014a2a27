// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createAppRouter } from '../router';
import { detourOf, SECTIONS, sectionOf, sectionsOf, tabOf, tabsOf } from './navigation';

const viewer = (role: string, mustAddSecondFactor = false) => ({ role, mustAddSecondFactor });
const labels = (path: string, role: string) => tabsOf(sectionOf(path), viewer(role)).map(({ label }) => label);

describe('the navigation', () => {
  it('shows auditors what administrators see, and managers no page of theirs', () => {
    expect(labels('/settings/sites', 'MANAGER')).not.toContain('Accounts');
    expect(labels('/settings/sites', 'ADMIN')).toContain('Accounts');
    expect(labels('/settings/sites', 'AUDITOR')).toEqual(labels('/settings/sites', 'ADMIN'));
  });

  it('knows no pages of an address that is nowhere', () => {
    expect(labels('/nowhere', 'ADMIN')).toEqual([]);
  });

  it.each([
    ['ADMIN', ['Board', 'Attendance', 'Schedules', 'Employees', 'Recognition', 'Settings']],
    ['MANAGER', ['Board', 'Attendance', 'Schedules', 'Employees', 'Recognition', 'Settings']],
    ['AUDITOR', ['Board', 'Attendance', 'Schedules', 'Employees', 'Recognition', 'Settings']],
    ['EMPLOYEE', ['Attendance']],
    ['KIOSK', []],
  ])('of %s has the sections %o', (role, sections) => {
    expect(sectionsOf(viewer(role)).map(({ label }) => label)).toEqual(sections);
  });

  it('shows an employee their own days and requests only', () => {
    expect(labels('/attendance', 'EMPLOYEE')).toEqual(['Days', 'Requests']);
  });

  it('is empty before somebody is known, and before a second factor that is needed', () => {
    expect(sectionsOf(null)).toEqual([]);
    expect(sectionsOf(viewer('ADMIN', true))).toEqual([]);
  });

  it('finds the tab over a page that has none of its own', () => {
    const tabs = [
      { to: '/attendance', label: 'Days' },
      { to: '/attendance/exceptions', label: 'Exceptions' },
    ];
    expect(tabOf('/attendance/people/7/2026-03-02', tabs)?.label).toBe('Days');
    expect(tabOf('/attendance/exceptions', tabs)?.label).toBe('Exceptions');
    expect(tabOf('/board', tabs)).toBeNull();
  });

  it('leads to pages that are there', () => {
    const router = createAppRouter({ isSignedIn: () => true });
    const titles = SECTIONS.flatMap(({ pages }) => pages).map(({ to }) => router.resolve(to).meta.title);
    expect(titles).not.toContain('Page not found');
  });
});

describe('who opens a page', () => {
  it.each([
    ['an employee', viewer('EMPLOYEE'), '/board', '/attendance'],
    ['an employee', viewer('EMPLOYEE'), '/settings/keys', '/attendance'],
    ['an employee', viewer('EMPLOYEE'), '/attendance/exceptions', '/attendance'],
    ['an employee', viewer('EMPLOYEE'), '/attendance', null],
    ['an employee', viewer('EMPLOYEE'), '/attendance/people/7/2026-03-02', null],
    ['a manager', viewer('MANAGER'), '/board', null],
    ['a manager', viewer('MANAGER'), '/settings/keys', null],
    ['an auditor', viewer('AUDITOR'), '/settings/keys', null],
    ['an administrator', viewer('ADMIN'), '/settings/keys', null],
    ['who must add a second factor', viewer('ADMIN', true), '/board', '/account'],
    ['who must add a second factor', viewer('ADMIN', true), '/settings/keys', '/account'],
    ['who must add a second factor', viewer('ADMIN', true), '/account', null],
  ])('%s (%o) at %s is sent to %s', (_who, who, path, to) => {
    expect(detourOf(who, path)).toBe(to);
  });
});
