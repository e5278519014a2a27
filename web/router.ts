import { createRouter, createWebHistory, type Router } from 'vue-router';

declare module 'vue-router' {
  interface RouteMeta {
    title: string;
    /** Open without a signed-in account. */
    open?: boolean;
  }
}

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
          { path: 'board', component: () => import('./pages/BoardPage.vue'), meta: { title: 'Board' } },
          { path: 'employees', component: () => import('./pages/EmployeesPage.vue'), meta: { title: 'Employees' } },
          { path: 'attendance', component: () => import('./pages/AttendancePage.vue'), meta: { title: 'Attendance' } },
          {
            path: 'recognition',
            component: () => import('./pages/RecognitionPage.vue'),
            meta: { title: 'Recognition' },
          },
          { path: 'settings/kiosks', component: () => import('./pages/KiosksPage.vue'), meta: { title: 'Kiosks' } },
          {
            path: 'settings/accounts',
            component: () => import('./pages/AccountsPage.vue'),
            meta: { title: 'Accounts' },
          },
          { path: 'settings/privacy', component: () => import('./pages/PrivacyPage.vue'), meta: { title: 'Privacy' } },
          { path: 'audit', component: () => import('./pages/AuditPage.vue'), meta: { title: 'Audit' } },
          { path: 'settings/keys', component: () => import('./pages/ApiKeysPage.vue'), meta: { title: 'API keys' } },
          { path: 'account', component: () => import('./pages/AccountPage.vue'), meta: { title: 'My account' } },
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
