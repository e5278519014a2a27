/** A page of the dashboard, by its path. */
export type DashboardPath =
  | '/board'
  | '/employees'
  | '/attendance'
  | '/recognition'
  | '/settings/kiosks'
  | '/settings/accounts'
  | '/settings/keys'
  | '/settings/privacy'
  | '/audit';

const READING = ['/board', '/employees', '/attendance', '/recognition'] as const;
const PAGES: Record<string, readonly DashboardPath[]> = {
  ADMIN: [...READING, '/settings/kiosks', '/settings/accounts', '/settings/keys', '/settings/privacy', '/audit'],
  MANAGER: READING,
  AUDITOR: [...READING, '/audit'],
  EMPLOYEE: ['/attendance'],
};

/** What the navigation shows, the first being where somebody begins: nothing but what the role may open. */
export const pagesOf = (viewer: { role: string; mustAddSecondFactor: boolean } | null): readonly DashboardPath[] =>
  viewer && !viewer.mustAddSecondFactor ? (PAGES[viewer.role] ?? []) : [];

/** Where to go instead of a page that the role may not open; null where it may. The own account is open to all. */
export function detourOf(
  viewer: { role: string; mustAddSecondFactor: boolean },
  path: string,
): DashboardPath | '/account' | null {
  if (path === '/account') return null;
  const pages = pagesOf(viewer);
  if (pages.some((page) => page === path)) return null;
  // A page of administrators says so itself.
  if (pages.length > 1 && path.startsWith('/settings/')) return null;
  return pages[0] ?? '/account';
}
