import type { HttpTestingController } from '@angular/common/http/testing';
import { CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { By } from '@angular/platform-browser';
import { DEFAULT_RULES, type Show, type ShowWithItems } from '@sellary/contracts';
import { testApi } from '../../../testing/api';
import { aSession, flushPromises } from '../../../testing/session';
import { aShow, NO_STATS } from '../../../testing/wire';
import { SessionStore } from '../auth/session-store';
import { ActionButtons } from '../extensions/action-buttons';
import { Notices } from '../ui/notices';
import { ItemTable } from './item-table';
import type { RuleChange } from './rules-editor';
import { ShowCurrency } from './show-currency';
import { ShowLifecycle } from './show-lifecycle';
import { ShowPage } from './show-page';
import { ShowRulesCard } from './show-rules-card';
import { ShowSources } from './show-sources';
import { ViewerLinks } from './viewer-links';

describe("a show's page", () => {
  let http: HttpTestingController;
  let fixture: ComponentFixture<ShowPage>;
  let page: HTMLElement;

  beforeEach(async () => {
    TestBed.overrideComponent(ShowPage, {
      remove: { imports: [ActionButtons, ItemTable, ShowCurrency, ShowRulesCard, ShowSources, ViewerLinks] },
      add: { schemas: [CUSTOM_ELEMENTS_SCHEMA] },
    });
    http = testApi();
    TestBed.inject(SessionStore).begin(aSession());
    fixture = TestBed.createComponent(ShowPage);
    page = fixture.nativeElement as HTMLElement;
    await open('show-1');
    await answer('GET', '/api/shows/show-1', withItems({ name: 'Friday show' }));
  });
  afterEach(() => http.verify());

  const withItems = (change: Partial<Show>): ShowWithItems => ({ ...aShow(change), items: [] });
  /** A page that is waiting for a response is never stable, so the tests wait for responses themselves. */
  async function update(): Promise<void> {
    fixture.detectChanges();
    await flushPromises();
    fixture.detectChanges();
  }
  async function open(id: string): Promise<void> {
    fixture.componentRef.setInput('id', id);
    await update();
  }
  async function answer(method: string, url: string, body: Show): Promise<void> {
    http.expectOne({ method, url }).flush(body);
    await update();
  }
  function nameBox(): HTMLInputElement {
    const box = page.querySelector<HTMLInputElement>('input[aria-label="Show name"]');
    if (box === null) throw new Error('no name');
    return box;
  }
  function rename(name: string): void {
    nameBox().value = name;
    nameBox().dispatchEvent(new Event('blur'));
  }
  const click = (text: string): void =>
    [...page.querySelectorAll('button')].find(({ textContent }) => textContent.includes(text))?.click();
  const clickEnd = (): void => click('End show');

  it('A late response about a show does not change the page of the show that is open now, even while it loads.', async () => {
    rename('Friday sale');
    const whileLoading = http.expectOne({ method: 'PATCH', url: '/api/shows/show-1' });
    rename('Friday party');
    const whileOpen = http.expectOne({ method: 'PATCH', url: '/api/shows/show-1' });
    await open('show-2');
    whileLoading.flush(aShow({ name: 'Friday sale' }));
    await update();
    await answer('GET', '/api/shows/show-2', withItems({ id: 'show-2', name: 'Saturday show' }));
    whileOpen.flush(aShow({ name: 'Friday party' }));
    await update();
    expect(nameBox().value).toBe('Saturday show');
  });

  it("The next show does not have the problems of the previous show's page.", async () => {
    rename('Friday sale');
    const request = http.expectOne({ method: 'PATCH', url: '/api/shows/show-1' });
    rename('Friday party');
    const lateRequest = http.expectOne({ method: 'PATCH', url: '/api/shows/show-1' });
    request.error(new ProgressEvent('error'));
    await update();
    expect(page.querySelector('[role=alert]')).not.toBeNull();
    await open('show-2');
    lateRequest.error(new ProgressEvent('error'));
    await update();
    await answer('GET', '/api/shows/show-2', withItems({ id: 'show-2', name: 'Saturday show' }));
    expect(page.querySelector('[role=alert]')).toBeNull();
  });

  it('Rules are saved one after another, each applied to the rules that the server has then.', async () => {
    const addDelay = (source: string, seconds: number): void => {
      const change: RuleChange = {
        rule: 'viewerDelaySeconds',
        applyTo: ({ viewerDelaySeconds }) => ({
          viewerDelaySeconds: { ...viewerDelaySeconds, [source]: seconds },
        }),
      };
      fixture.debugElement.query(By.css('app-show-rules-card')).triggerEventHandler('changed', change);
    };
    const withDelays = (viewerDelaySeconds: Record<string, number>): ShowWithItems =>
      withItems({ rules: { ...DEFAULT_RULES, viewerDelaySeconds } });
    addDelay('facebook', 3);
    addDelay('instagram', 8);
    await update();
    await answer('GET', '/api/shows/show-1', withDelays({ tiktok: 5 }));
    const first = http.expectOne({ method: 'PATCH', url: '/api/shows/show-1/rules' });
    expect(first.request.body).toEqual({ viewerDelaySeconds: { tiktok: 5, facebook: 3 } });
    first.flush(withDelays({ tiktok: 5, facebook: 3 }));
    await update();
    await answer('GET', '/api/shows/show-1', withDelays({ tiktok: 5, facebook: 3 }));
    const second = http.expectOne({ method: 'PATCH', url: '/api/shows/show-1/rules' });
    expect(second.request.body).toEqual({ viewerDelaySeconds: { tiktok: 5, facebook: 3, instagram: 8 } });
    second.flush(withDelays({}));
    await update();
  });

  it('A failed pause is named. After a pause, the same place has the button that resumes, not the one that ends.', async () => {
    const warn = jest.spyOn(TestBed.inject(Notices), 'warn');
    click('Pause show');
    http.expectOne('/api/shows/show-1/pause').error(new ProgressEvent('error'));
    await update();
    expect(warn.mock.calls[0]?.[0]).toMatch(/^Not paused: /);
    click('Pause show');
    await answer('POST', '/api/shows/show-1/pause', aShow({ status: 'paused' }));
    const buttons = [...page.querySelectorAll('header button')].map(({ textContent }) => textContent.trim());
    expect(buttons.slice(0, 2)).toEqual(['Resume show', 'End show…']);
  });

  it('The dialog that ends the show has the counts from the server, and does not open without them.', async () => {
    const stop = jest.spyOn(TestBed.inject(ShowLifecycle), 'stop').mockResolvedValue(null);
    const warn = jest.spyOn(TestBed.inject(Notices), 'warn');
    clickEnd();
    const stats = { ...NO_STATS, review: 3 };
    await answer('GET', '/api/shows/show-1', withItems({ stats }));
    expect(stop.mock.calls).toEqual([['show-1', stats]]);
    clickEnd();
    http.expectOne('/api/shows/show-1').error(new ProgressEvent('error'));
    await update();
    expect(stop).toHaveBeenCalledTimes(1);
    expect(warn).toHaveBeenCalledTimes(1);
  });
});
