import { createRouter, createWebHistory, type RouteComponent, type Router, type RouteRecordRaw } from 'vue-router';

declare module 'vue-router' {
  interface RouteMeta {
    title: string;
    /** Open without a signed-in account. */
    open?: boolean;
  }
}

const page = (path: string, title: string, component: RouteComponent, props = false): RouteRecordRaw => ({
  path,
  component,
  props,
  meta: { title },
});

/** isSignedIn is asked before each page; who is not goes to /login and comes back after it. */
export function createAppRouter({ isSignedIn }: { isSignedIn: () => boolean }): Router {
  const router = createRouter({
    history: createWebHistory(),
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
    routes: [
      { path: '/', redirect: '/board' },
      { path: '/setup', component: () => import('./pages/SetUpPage.vue'), meta: { title: 'Set up', open: true } },
      { path: '/login', component: () => import('./pages/LoginPage.vue'), meta: { title: 'Sign in', open: true } },
      {
        path: '/login/oidc',
        component: () => import('./pages/OidcPage.vue'),
        meta: { title: 'Sign in', open: true },
      },
      {
        path: '/reset',
        component: () => import('./pages/ResetPasswordPage.vue'),
        meta: { title: 'New password', open: true },
      },
      { path: '/kiosk', component: () => import('./pages/KioskPage.vue'), meta: { title: 'Kiosk', open: true } },
      {
        path: '/',
        component: () => import('./pages/DashboardLayout.vue'),
        children: [
          page('board', 'Board', () => import('./pages/BoardPage.vue')),
          page('attendance', 'Attendance', () => import('./pages/AttendancePage.vue')),
          page('attendance/exceptions', 'Exceptions', () => import('./pages/ExceptionsPage.vue')),
          page('attendance/requests', 'Correction requests', () => import('./pages/RequestsPage.vue')),
          page('attendance/summary', 'Summary', () => import('./pages/SummaryPage.vue')),
          page('attendance/periods', 'Pay periods', () => import('./pages/PeriodsPage.vue')),
          page(
            'attendance/people/:employeeId/:date(\\d{4}-\\d{2}-\\d{2})',
            'A day',
            () => import('./pages/PersonDayPage.vue'),
            true,
          ),
          page('schedules/roster', 'Roster', () => import('./pages/RosterPage.vue')),
          page('schedules/leave', 'Leave', () => import('./pages/LeavePage.vue')),
          page('schedules/holidays', 'Holidays', () => import('./pages/HolidaysPage.vue')),
          page('schedules/shifts', 'Shifts', () => import('./pages/ShiftsPage.vue')),
          page('schedules/patterns', 'Patterns', () => import('./pages/PatternsPage.vue')),
          page('schedules/assignments', 'Assignments', () => import('./pages/AssignmentsPage.vue')),
          page('employees', 'Employees', () => import('./pages/EmployeesPage.vue')),
          page('recognition', 'Recognition', () => import('./pages/RecognitionPage.vue')),
          page('recognition/training', 'Training', () => import('./pages/TrainingPage.vue')),
          page('settings/sites', 'Sites', () => import('./pages/SitesPage.vue')),
          page('settings/departments', 'Departments', () => import('./pages/DepartmentsPage.vue')),
          page('settings/policies', 'Rules', () => import('./pages/PoliciesPage.vue')),
          page('settings/kiosks', 'Kiosks', () => import('./pages/KiosksPage.vue')),
          page('settings/accounts', 'Accounts', () => import('./pages/AccountsPage.vue')),
          page('settings/keys', 'API keys', () => import('./pages/ApiKeysPage.vue')),
          page('settings/privacy', 'Privacy', () => import('./pages/PrivacyPage.vue')),
          page('settings/audit', 'Audit', () => import('./pages/AuditPage.vue')),
          page('account', 'My account', () => import('./pages/AccountPage.vue')),
        ],
      },
      {
        path: '/:path(.*)*',
        component: () => import('./pages/NotFoundPage.vue'),
        meta: { title: 'Page not found', open: true },
      },
    ],
  });
  router.beforeEach((to) => {
    if (to.meta.open || isSignedIn()) return true;
    return { path: '/login', query: to.fullPath === '/board' ? {} : { next: to.fullPath } };
  });
  router.afterEach((to) => {
    document.title = `${to.meta.title} · Rollcall`;
  });
  return router;
}
