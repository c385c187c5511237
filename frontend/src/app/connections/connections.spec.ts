import type { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { ActivatedRoute, convertToParamMap } from '@angular/router';
import type { Connection, ConnectionList, ConnectionWebhooks, PlatformInfo } from '@sellary/contracts';
import { of } from 'rxjs';
import { testApi } from '../../../testing/api';
import { aSession, flushPromises } from '../../../testing/session';
import { SessionStore } from '../auth/session-store';
import { Connections } from './connections';

const AT = '2026-11-23T20:00:00.000Z';
const HOOKS_OFF: ConnectionWebhooks = {
  state: 'off',
  problem: 'Edits and deletions do not arrive. Select Subscribe again.',
  checkedAt: AT,
};
const HOOKS_ON: ConnectionWebhooks = { state: 'on', problem: null, checkedAt: AT };

const aConnection = (webhooks: ConnectionWebhooks): Connection => ({
  id: 'page-1',
  platform: 'facebook',
  externalAccountId: '1000001',
  displayName: 'Demo Page',
  status: 'active',
  tokenExpiresAt: null,
  daysLeft: null,
  scopes: [],
  createdAt: AT,
  login: 'facebook',
  missingScopes: [],
  problem: null,
  webhooks,
});

const reading = { discover: true, comments: 'newest-first', webhooks: true } as const;
const FACEBOOK: PlatformInfo = {
  id: 'facebook',
  label: 'Facebook',
  icon: null,
  readiness: 'ready',
  capabilities: { ...reading, logins: [{ id: 'facebook', label: 'Facebook' }] },
};
const TOY: PlatformInfo = {
  id: 'toy',
  label: 'Toy Live',
  icon: 'tv',
  readiness: 'not_configured',
  capabilities: {
    ...reading,
    logins: [
      { id: 'toy', label: 'Toy' },
      { id: 'doll', label: 'Doll' },
    ],
  },
};

describe('connections', () => {
  let http: HttpTestingController;
  let fixture: ComponentFixture<Connections>;
  let page: HTMLElement;

  function open(query: Record<string, string> = {}): void {
    http = testApi({ provide: ActivatedRoute, useValue: { queryParamMap: of(convertToParamMap(query)) } });
    TestBed.inject(SessionStore).begin(aSession());
    fixture = TestBed.createComponent(Connections);
    page = fixture.nativeElement as HTMLElement;
    fixture.detectChanges();
  }

  async function answer(change: Partial<ConnectionList>): Promise<void> {
    await flushPromises();
    const empty: ConnectionList = { connections: [], unfinished: [], nextCursor: null };
    http.expectOne(({ url }) => url === '/api/connections').flush({ ...empty, ...change });
    http.expectOne('/api/platforms').flush({ platforms: [FACEBOOK, TOY] });
    await flushPromises();
    await fixture.whenStable();
  }
  const button = (label: string): HTMLButtonElement | undefined =>
    [...page.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === label);
  const unfinished = [{ platform: 'facebook', login: 'facebook', startedAt: AT }] as const;

  it('A connection without instant updates shows the problem, and “Subscribe again” loads the new state.', async () => {
    open();
    await answer({ connections: [aConnection(HOOKS_OFF)] });
    expect(page.textContent).toContain('Edits and deletions do not arrive. Select Subscribe again.');
    button('Subscribe again')?.click();
    http.expectOne({ method: 'POST', url: '/api/connections/page-1/webhooks' }).flush(aConnection(HOOKS_ON));
    await flushPromises();
    fixture.detectChanges();
    await answer({ connections: [aConnection(HOOKS_ON)] });
    expect(page.textContent).toContain('Facebook reports edits and deletions of comments as they happen.');
    expect(button('Subscribe again')).toBeUndefined();
  });

  it('Every platform that the server lists is offered, including platforms unknown to the console.', async () => {
    open();
    await answer({});
    const text = page.textContent ?? '';
    for (const part of [
      'Facebook Page',
      'Toy Live',
      'This server is not set up for Toy Live.',
      'Sign in with Doll instead',
    ]) {
      expect(text).toContain(part);
    }
    expect([button('Connect Facebook Page')?.disabled, button('Connect Toy Live')?.disabled]).toEqual([
      false,
      true,
    ]);
  });

  it('A sign-in that did not return shows advice about platform errors.', async () => {
    open();
    await answer({ unfinished: [...unfinished] });
    const note = page.querySelector('app-unfinished-sign-in')?.textContent;
    expect(note).toContain('Did Facebook show an error?');
    expect(note).toContain('Invalid Scopes');
    expect(note).toContain('META_LOGIN_CONFIG_ID');
  });

  it('A finished sign-in shows its outcome without advice about unfinished sign-ins.', async () => {
    open({ connected: 'page-1' });
    await answer({ connections: [aConnection(HOOKS_ON)], unfinished: [...unfinished] });
    expect(page.querySelector('app-unfinished-sign-in')).toBeNull();
  });

  it('The page lists the Pages that cannot be accessed and does not repeat other text from the URL.', async () => {
    open({ connected: 'page-1', missed: '1000002,<b>call 555</b>' });
    await answer({ connections: [aConnection(HOOKS_ON)] });
    expect(page.textContent).toContain('Facebook did not give access to Page 1000002.');
    expect(page.textContent).not.toContain('555');
  });
});
