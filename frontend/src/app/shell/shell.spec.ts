import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { ROUTES, Router } from '@angular/router';
import { testApi } from '../../../testing/api';
import { aSession, flushPromises } from '../../../testing/session';
import { SessionStore } from '../auth/session-store';
import { Shell } from './shell';

describe('a page that cannot be opened', () => {
  let http: HttpTestingController;
  let assign: jest.Mock;

  beforeEach(async () => {
    http = testApi({
      provide: ROUTES,
      multi: true,
      useValue: [{ path: 'reports', loadComponent: () => Promise.reject(new TypeError('Failed to fetch')) }],
    });
    TestBed.inject(SessionStore).begin(aSession());
    const fixture = TestBed.createComponent(Shell);
    assign = jest.fn();
    Object.defineProperty(fixture.componentInstance, 'window', { value: { location: { assign } } });
    fixture.detectChanges();
    await TestBed.inject(Router)
      .navigateByUrl('/reports')
      .catch(() => undefined);
    await flushPromises();
  });

  it('A notice says that the server does not respond if that is the reason.', async () => {
    http.expectOne('/api/auth/me').error(new ProgressEvent('error'));
    await flushPromises();
    expect(document.querySelector('mat-snack-bar-container')?.textContent).toContain(
      'No response from the server. Check the connection, then try again.',
    );
    expect(assign).not.toHaveBeenCalled();
  });

  it('If the server responds, the page opens with a full page load.', async () => {
    http.expectOne('/api/auth/me').flush({});
    await flushPromises();
    expect(assign).toHaveBeenCalledWith('/reports');
  });
});
