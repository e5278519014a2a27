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
  adminOnly?: true;
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

export const SECTIONS: readonly Section[] = [
  { prefix: '/board', label: 'Board', icon: mdiViewDashboardOutline, pages: [{ to: '/board', label: 'Board' }] },
  {
    prefix: '/attendance',
    label: 'Attendance',
    short: 'Days',
    icon: mdiCalendarClockOutline,
    pages: [
      { to: '/attendance', label: 'Days' },
      { to: '/attendance/exceptions', label: 'Exceptions' },
      { to: '/attendance/requests', label: 'Requests' },
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
    pages: [{ to: '/recognition', label: 'Recognition' }],
  },
  {
    prefix: '/settings',
    label: 'Settings',
    icon: mdiCogOutline,
    pages: [
      { to: '/settings/sites', label: 'Sites' },
      { to: '/settings/departments', label: 'Departments' },
      { to: '/settings/policies', label: 'Rules' },
      { to: '/settings/kiosks', label: 'Kiosks', adminOnly: true },
      { to: '/settings/accounts', label: 'Accounts', adminOnly: true },
    ],
  },
];

/** The section that an address belongs to. */
export function sectionOf(path: string): Section | null {
  return SECTIONS.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`)) ?? null;
}

/** The pages of a section that somebody may open; none where there is only one. */
export function tabsOf(section: Section | null, isAdmin: boolean): readonly NavigationPage[] {
  const pages = section?.pages.filter(({ adminOnly }) => isAdmin || !adminOnly) ?? [];
  return pages.length > 1 ? pages : [];
}

/** The tab that an address stands under: the one with the longest beginning in common. */
export function tabOf(path: string, tabs: readonly NavigationPage[]): NavigationPage | null {
  const over = tabs.filter(({ to }) => path === to || path.startsWith(`${to}/`));
  return over.reduce<NavigationPage | null>((best, tab) => (best && best.to.length > tab.to.length ? best : tab), null);
}
