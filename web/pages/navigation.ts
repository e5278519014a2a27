import {
  mdiAccountGroupOutline,
  mdiCalendarClockOutline,
  mdiCalendarMonthOutline,
  mdiCogOutline,
  mdiFaceRecognition,
  mdiViewDashboardOutline,
} from '@mdi/js';

export interface NavigationPage {
  to: string;
  label: string;
  /** Roles that may open it; without, whoever may read everything. */
  roles?: readonly string[];
}

/** A word of the main navigation, and the pages behind it. */
export interface Section {
  /** What the addresses of its pages begin with. */
  prefix: string;
  label: string;
  /** A shorter word for phones, where all sections stand side by side. */
  short?: string;
  icon: string;
  /** The first is where the section opens; a section of one page shows no tabs. */
  pages: readonly [NavigationPage, ...NavigationPage[]];
}

const OVERSEERS = ['ADMIN', 'AUDITOR'];
const READERS = ['ADMIN', 'MANAGER', 'AUDITOR'];

export const SECTIONS: readonly Section[] = [
  { prefix: '/board', label: 'Board', icon: mdiViewDashboardOutline, pages: [{ to: '/board', label: 'Board' }] },
  {
    prefix: '/attendance',
    label: 'Attendance',
    short: 'Days',
    icon: mdiCalendarClockOutline,
    pages: [
      { to: '/attendance', label: 'Days', roles: [...READERS, 'EMPLOYEE'] },
      { to: '/attendance/exceptions', label: 'Exceptions' },
      { to: '/attendance/requests', label: 'Requests', roles: [...READERS, 'EMPLOYEE'] },
      { to: '/attendance/summary', label: 'Summary' },
      { to: '/attendance/periods', label: 'Pay periods' },
    ],
  },
  {
    prefix: '/schedules',
    label: 'Schedules',
    short: 'Plans',
    icon: mdiCalendarMonthOutline,
    pages: [
      { to: '/schedules/roster', label: 'Roster' },
      { to: '/schedules/leave', label: 'Leave' },
      { to: '/schedules/holidays', label: 'Holidays' },
      { to: '/schedules/shifts', label: 'Shifts' },
      { to: '/schedules/patterns', label: 'Patterns' },
      { to: '/schedules/assignments', label: 'Assignments' },
    ],
  },
  {
    prefix: '/employees',
    label: 'Employees',
    short: 'People',
    icon: mdiAccountGroupOutline,
    pages: [{ to: '/employees', label: 'Employees' }],
  },
  {
    prefix: '/recognition',
    label: 'Recognition',
    short: 'Faces',
    icon: mdiFaceRecognition,
    pages: [
      { to: '/recognition', label: 'Recognition' },
      { to: '/recognition/training', label: 'Training', roles: ['ADMIN', 'AUDITOR'] },
    ],
  },
  {
    prefix: '/settings',
    label: 'Settings',
    icon: mdiCogOutline,
    pages: [
      { to: '/settings/sites', label: 'Sites' },
      { to: '/settings/departments', label: 'Departments' },
      { to: '/settings/policies', label: 'Rules' },
      { to: '/settings/kiosks', label: 'Kiosks', roles: OVERSEERS },
      { to: '/settings/accounts', label: 'Accounts', roles: OVERSEERS },
      { to: '/settings/keys', label: 'API keys', roles: OVERSEERS },
      { to: '/settings/privacy', label: 'Privacy', roles: OVERSEERS },
      { to: '/settings/audit', label: 'Audit', roles: OVERSEERS },
    ],
  },
];

/** The section that an address belongs to. */
export function sectionOf(path: string): Section | null {
  return SECTIONS.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`)) ?? null;
}

/** Who looks at the pages; nothing but their own account is open to them before a second factor that is needed. */
export interface NavigationViewer {
  role: string;
  mustAddSecondFactor: boolean;
}

/** The pages of a section that somebody may open. */
export function tabsOf(section: Section | null, viewer: NavigationViewer | null): readonly NavigationPage[] {
  if (!section || !viewer || viewer.mustAddSecondFactor) return [];
  return section.pages.filter(({ roles = READERS }) => roles.includes(viewer.role));
}

/** The sections in which somebody may open a page. */
export const sectionsOf = (viewer: NavigationViewer | null): readonly Section[] =>
  SECTIONS.filter((section) => tabsOf(section, viewer).length > 0);

/** Where to go instead of a page that somebody may not open; null where they may. The own account is open to all. */
export function detourOf(viewer: NavigationViewer, path: string): string | null {
  if (path === '/account') return null;
  const section = sectionOf(path);
  const page = tabOf(path, section?.pages ?? []);
  if (page && tabsOf(section, viewer).includes(page)) return null;
  // A page of administrators says so itself.
  if (page?.roles === OVERSEERS && READERS.includes(viewer.role) && !viewer.mustAddSecondFactor) return null;
  const [first] = sectionsOf(viewer);
  return tabsOf(first ?? null, viewer)[0]?.to ?? '/account';
}

/** The tab that an address stands under: the one with the longest beginning in common. */
export function tabOf(path: string, tabs: readonly NavigationPage[]): NavigationPage | null {
  const over = tabs.filter(({ to }) => path === to || path.startsWith(`${to}/`));
  return over.reduce<NavigationPage | null>((best, tab) => (best && best.to.length > tab.to.length ? best : tab), null);
}
