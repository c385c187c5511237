import { ActivatedRoute, convertToParamMap } from '@angular/router';
import type { Connection, ConnectionList, ConnectionWebhooks, PlatformInfo } from '@sellary/contracts';
import { of } from 'rxjs';
import { PageBench } from '../../../testing/page-bench';
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
  let bench: PageBench;
  afterEach(() => bench.close());

  async function open(change: Partial<ConnectionList>, query: Record<string, string> = {}): Promise<void> {
    const queryParamMap = of(convertToParamMap(query));
    bench = new PageBench({ provide: ActivatedRoute, useValue: { queryParamMap } });
    await bench.open(Connections, 'owner');
    await answer(change);
  }

  async function answer(change: Partial<ConnectionList>): Promise<void> {
    const empty: ConnectionList = { connections: [], unfinished: [], nextCursor: null };
    await bench.answer(({ url }) => url === '/api/connections', { ...empty, ...change });
    await bench.answer('/api/platforms', { platforms: [FACEBOOK, TOY] });
  }
  const button = (label: string): HTMLButtonElement | undefined =>
    [...bench.page.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === label);
  const unfinished = [{ platform: 'facebook', login: 'facebook', startedAt: AT }] as const;

  it('A connection without instant updates shows the problem, and “Subscribe again” loads the new state.', async () => {
    await open({ connections: [aConnection(HOOKS_OFF)] });
    expect(bench.page.textContent).toContain('Edits and deletions do not arrive. Select Subscribe again.');
    button('Subscribe again')?.click();
    await bench.answer({ method: 'POST', url: '/api/connections/page-1/webhooks' }, aConnection(HOOKS_ON));
    await answer({ connections: [aConnection(HOOKS_ON)] });
    expect(bench.page.textContent).toContain(
      'Facebook reports edits and deletions of comments as they happen.',
    );
    expect(button('Subscribe again')).toBeUndefined();
  });

  it('Every platform that the server lists is offered, including platforms unknown to the console.', async () => {
    await open({});
    const text = bench.page.textContent ?? '';
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
    await open({ unfinished: [...unfinished] });
    const note = bench.page.querySelector('app-unfinished-sign-in')?.textContent;
    expect(note).toContain('Did Facebook show an error?');
    expect(note).toContain('Invalid Scopes');
    expect(note).toContain('META_LOGIN_CONFIG_ID');
  });

  it('A finished sign-in shows its outcome without advice about unfinished sign-ins.', async () => {
    await open(
      { connections: [aConnection(HOOKS_ON)], unfinished: [...unfinished] },
      { connected: 'page-1' },
    );
    expect(bench.page.querySelector('app-unfinished-sign-in')).toBeNull();
  });

  it('The page lists the Pages that cannot be accessed and does not repeat other text from the URL.', async () => {
    await open(
      { connections: [aConnection(HOOKS_ON)] },
      { connected: 'page-1', missed: '1000002,<b>call 555</b>' },
    );
    expect(bench.page.textContent).toContain('Facebook did not give access to Page 1000002.');
    expect(bench.page.textContent).not.toContain('555');
  });
});
