import { TestBed } from '@angular/core/testing';
import type { PlatformList } from '@sellary/contracts';
import { testApi } from '../../../testing/api';
import { aSession, flushPromises } from '../../../testing/session';
import { SessionStore } from '../auth/session-store';
import { EraseViewer } from './erase-viewer';

const PLATFORMS: PlatformList = {
  platforms: [
    {
      id: 'facebook',
      label: 'Facebook',
      icon: 'live_tv',
      capabilities: { logins: [], discover: true, comments: 'newest-first', webhooks: true },
      readiness: 'ready',
    },
  ],
};

describe('the erasure page', () => {
  it('If the platforms cannot be loaded, the page says so and can try again. The server’s platforms are first.', async () => {
    const http = testApi();
    TestBed.inject(SessionStore).begin(aSession());
    const fixture = TestBed.createComponent(EraseViewer);
    const page = fixture.nativeElement as HTMLElement;
    const render = async (): Promise<void> => {
      fixture.detectChanges();
      await flushPromises();
      fixture.detectChanges();
    };
    await render();
    http.expectOne('/api/platforms').error(new ProgressEvent('error'));
    await render();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('The platforms could not be loaded');
    page.querySelector<HTMLButtonElement>('[role=alert] button')?.click();
    await render();
    http.expectOne('/api/platforms').flush(PLATFORMS);
    await render();
    const select = page.querySelector('select');
    expect([...(select?.options ?? [])].map(({ text }) => text)).toEqual([
      'Facebook',
      'Rehearsal',
      'Entered by hand',
    ]);
    expect(select?.value).toBe('facebook');
  });
});
