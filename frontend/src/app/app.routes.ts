import type { Routes } from '@angular/router';
import { requireSignedIn, requireSignedOut } from './auth/guards';

export const routes: Routes = [
  {
    path: 'login',
    title: $localize`:@@app.title.login:Sign in`,
    canActivate: [requireSignedOut],
    loadComponent: async () => (await import('./auth/login')).Login,
  },
  {
    path: 'register',
    title: $localize`:@@app.title.register:Create an account`,
    canActivate: [requireSignedOut],
    loadComponent: async () => (await import('./auth/register')).Register,
  },
  {
    path: 'forgot-password',
    title: $localize`:@@app.title.forgot-password:Forgot your password?`,
    loadComponent: async () => (await import('./auth/forgot-password')).ForgotPassword,
  },
  {
    path: 'reset-password/:token',
    title: $localize`:@@app.title.reset-password:Choose a new password`,
    loadComponent: async () => (await import('./auth/reset-password')).ResetPassword,
  },
  {
    path: 'invites/:token',
    title: $localize`:@@app.title.invite:Invitation`,
    loadComponent: async () => (await import('./auth/accept-invite')).AcceptInvite,
  },
  {
    path: 'shows/:id/console',
    title: $localize`:@@app.title.console:Console`,
    canActivate: [requireSignedIn],
    loadComponent: async () => (await import('./console/console')).Console,
  },
  {
    path: 'shows/:id/host',
    title: $localize`:@@app.title.host:Host view`,
    canActivate: [requireSignedIn],
    loadComponent: async () => (await import('./console/panels/host/host-view')).HostView,
  },
  {
    path: '',
    canActivate: [requireSignedIn],
    loadComponent: async () => (await import('./shell/shell')).Shell,
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: $localize`:@@app.title.dashboard:Dashboard`,
        loadComponent: async () => (await import('./dashboard/dashboard')).Dashboard,
      },
      {
        path: 'shows',
        title: $localize`:@@app.title.shows:Shows`,
        loadComponent: async () => (await import('./shows/show-list')).ShowList,
      },
      {
        path: 'shows/templates',
        title: $localize`:@@app.title.templates:Show templates`,
        loadComponent: async () => (await import('./shows/copies/templates-page')).TemplatesPage,
      },
      {
        path: 'shows/:id',
        title: $localize`:@@app.title.show:Show`,
        loadComponent: async () => (await import('./shows/show-page')).ShowPage,
      },
      {
        path: 'shows/:id/summary',
        title: $localize`:@@app.title.summary:Summary`,
        loadComponent: async () => (await import('./summary/summary')).Summary,
      },
      {
        path: 'baskets',
        title: $localize`:@@app.title.baskets:Baskets`,
        loadComponent: async () => (await import('./baskets/basket-list')).BasketList,
      },
      {
        path: 'baskets/pick-list',
        title: $localize`:@@app.title.pick-list:Pick list`,
        loadComponent: async () => (await import('./baskets/pick-list')).PickListPage,
      },
      {
        path: 'baskets/labels',
        title: $localize`:@@app.title.labels:Labels`,
        loadComponent: async () => (await import('./baskets/labels')).LabelsPage,
      },
      {
        path: 'baskets/:id',
        title: $localize`:@@app.title.basket:Basket`,
        loadComponent: async () => (await import('./baskets/basket-page')).BasketPage,
      },
      {
        path: 'buyers',
        title: $localize`:@@app.title.buyers:Buyers`,
        loadComponent: async () => (await import('./buyers/buyer-list')).BuyerList,
      },
      {
        path: 'buyers/:id',
        title: $localize`:@@app.title.buyer:Buyer`,
        loadComponent: async () => (await import('./buyers/buyer-page')).BuyerPage,
      },
      {
        path: 'reports',
        title: $localize`:@@app.title.reports:Reports`,
        loadComponent: async () => (await import('./reports/sales-page')).SalesPage,
      },
      {
        path: 'connections',
        title: $localize`:@@app.title.connections:Connections`,
        loadComponent: async () => (await import('./connections/connections')).Connections,
      },
      {
        path: 'settings',
        loadComponent: async () => (await import('./settings/settings-frame')).SettingsFrame,
        children: [
          {
            path: '',
            pathMatch: 'full',
            title: $localize`:@@app.title.settings:Settings`,
            loadComponent: async () => (await import('./settings/settings')).Settings,
          },
          {
            path: 'account',
            title: $localize`:@@app.title.account:Account`,
            loadComponent: async () => (await import('./settings/account')).Account,
          },
          {
            path: 'people',
            title: $localize`:@@app.title.people:People`,
            loadComponent: async () => (await import('./team/people')).People,
          },
          {
            path: 'baskets',
            title: $localize`:@@app.title.baskets-settings:Basket settings`,
            loadComponent: async () =>
              (await import('./baskets/settings/basket-settings')).BasketSettingsPage,
          },
          {
            path: 'blocked',
            title: $localize`:@@app.title.blocked:Blocked buyers`,
            loadComponent: async () => (await import('./blocks/blocked-list')).BlockedList,
          },
          {
            path: 'extensions',
            title: $localize`:@@app.title.extensions:Extensions`,
            loadComponent: async () => (await import('./extensions/extensions-page')).ExtensionsPage,
          },
          {
            path: 'audit',
            title: $localize`:@@app.title.audit:Audit log`,
            loadComponent: async () => (await import('./audit/audit-log')).AuditLog,
          },
          {
            path: 'erasure',
            title: $localize`:@@app.title.erasure:Erase a viewer`,
            loadComponent: async () => (await import('./erasure/erase-viewer')).EraseViewer,
          },
        ],
      },
      {
        path: '**',
        title: $localize`:@@app.title.not-found:Not found`,
        loadComponent: async () => (await import('./shell/not-found')).NotFound,
      },
    ],
  },
];
