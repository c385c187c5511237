import type { Routes } from '@angular/router';
import { signedIn, signedOut } from './auth/guards';

export const routes: Routes = [
  { path: 'login', title: 'Sign in', canActivate: [signedOut], loadComponent: async () => (await import('./auth/login')).Login },
  {
    path: 'register',
    title: 'Create an account',
    canActivate: [signedOut],
    loadComponent: async () => (await import('./auth/register')).Register,
  },
  {
    path: 'forgot-password',
    title: 'Forgot your password?',
    loadComponent: async () => (await import('./auth/forgot-password')).ForgotPassword,
  },
  {
    path: 'reset-password/:token',
    title: 'Choose a new password',
    loadComponent: async () => (await import('./auth/reset-password')).ResetPassword,
  },
  {
    path: 'invites/:token',
    title: 'Invitation',
    loadComponent: async () => (await import('./auth/accept-invite')).AcceptInvite,
  },
  {
    path: 'shows/:id/console',
    title: 'Console',
    canActivate: [signedIn],
    loadComponent: async () => (await import('./console/console')).Console,
  },
  {
    path: 'shows/:id/host',
    title: 'Host view',
    canActivate: [signedIn],
    loadComponent: async () => (await import('./console/host/host-view')).HostView,
  },
  {
    path: '',
    canActivate: [signedIn],
    loadComponent: async () => (await import('./shell/shell')).Shell,
    children: [
      { path: '', pathMatch: 'full', title: 'Dashboard', loadComponent: async () => (await import('./dashboard/dashboard')).Dashboard },
      { path: 'shows', title: 'Shows', loadComponent: async () => (await import('./shows/show-list')).ShowList },
      { path: 'shows/:id', title: 'Show', loadComponent: async () => (await import('./shows/show-page')).ShowPage },
      { path: 'shows/:id/summary', title: 'Summary', loadComponent: async () => (await import('./summary/summary')).Summary },
      { path: 'connections', title: 'Connections', loadComponent: async () => (await import('./connections/connections')).Connections },
      {
        path: 'settings',
        loadComponent: async () => (await import('./settings/settings-frame')).SettingsFrame,
        children: [
          { path: '', pathMatch: 'full', title: 'Settings', loadComponent: async () => (await import('./settings/settings')).Settings },
          { path: 'account', title: 'Account', loadComponent: async () => (await import('./settings/account')).Account },
          { path: 'people', title: 'People', loadComponent: async () => (await import('./team/people')).People },
          { path: 'audit', title: 'Audit log', loadComponent: async () => (await import('./audit/audit-log')).AuditLog },
          { path: 'erasure', title: 'Erase a viewer', loadComponent: async () => (await import('./erasure/erase-viewer')).EraseViewer },
        ],
      },
      { path: '**', title: 'Not found', loadComponent: async () => (await import('./shell/not-found')).NotFound },
    ],
  },
];
