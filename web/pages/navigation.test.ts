import { describe, expect, it } from 'vitest';
import { createAppRouter } from '../router';
import { SECTIONS, sectionOf, tabOf, tabsOf } from './navigation';

const labels = (path: string, isAdmin: boolean) => tabsOf(sectionOf(path), isAdmin).map(({ label }) => label);

describe('the navigation', () => {
  it('shows a manager no page that only administrators may open', () => {
    expect(labels('/settings/sites', false)).not.toContain('Accounts');
    expect(labels('/settings/sites', true)).toContain('Accounts');
  });

  it('shows no tabs where a section has one page', () => {
    expect(labels('/board', true)).toEqual([]);
    expect(labels('/nowhere', true)).toEqual([]);
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
