import { CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { By } from '@angular/platform-browser';
import { DEFAULT_RULES, type Show, type ShowWithItems } from '@sellary/contracts';
import { setField } from '../../../testing/fields';
import { PageBench } from '../../../testing/page-bench';
import { aShow, NO_STATS } from '../../../testing/wire';
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
  let bench: PageBench;
  let fixture: ComponentFixture<ShowPage>;

  beforeEach(async () => {
    TestBed.overrideComponent(ShowPage, {
      remove: { imports: [ActionButtons, ItemTable, ShowCurrency, ShowRulesCard, ShowSources, ViewerLinks] },
      add: { schemas: [CUSTOM_ELEMENTS_SCHEMA] },
    });
    bench = new PageBench();
    fixture = await bench.open(ShowPage, 'owner', { id: 'show-1' });
    await answer('GET', '/api/shows/show-1', withItems({ name: 'Friday show' }));
  });
  afterEach(() => {
    bench.http.verify();
    bench.close();
  });

  const withItems = (change: Partial<Show>): ShowWithItems => ({ ...aShow(change), items: [] });
  async function open(id: string): Promise<void> {
    fixture.componentRef.setInput('id', id);
    await bench.render();
  }
  async function answer(method: string, url: string, body: Show): Promise<void> {
    await bench.answer({ method, url }, body);
  }
  function nameBox(): HTMLInputElement {
    const box = bench.page.querySelector<HTMLInputElement>('input[aria-label="Show name"]');
    if (box === null) throw new Error('no name');
    return box;
  }
  function rename(name: string): void {
    setField(nameBox(), name, 'blur');
  }

  it('A late response about a show does not change the page of the show that is open now, even while it loads.', async () => {
    rename('Friday sale');
    const whileLoading = bench.http.expectOne({ method: 'PATCH', url: '/api/shows/show-1' });
    rename('Friday party');
    const whileOpen = bench.http.expectOne({ method: 'PATCH', url: '/api/shows/show-1' });
    await open('show-2');
    whileLoading.flush(aShow({ name: 'Friday sale' }));
    await bench.render();
    await answer('GET', '/api/shows/show-2', withItems({ id: 'show-2', name: 'Saturday show' }));
    whileOpen.flush(aShow({ name: 'Friday party' }));
    await bench.render();
    expect(nameBox().value).toBe('Saturday show');
  });

  it("The page of the next show does not show the previous show's problems.", async () => {
    rename('Friday sale');
    const request = bench.http.expectOne({ method: 'PATCH', url: '/api/shows/show-1' });
    rename('Friday party');
    const lateRequest = bench.http.expectOne({ method: 'PATCH', url: '/api/shows/show-1' });
    request.error(new ProgressEvent('error'));
    await bench.render();
    expect(bench.page.querySelector('[role=alert]')).not.toBeNull();
    await open('show-2');
    lateRequest.error(new ProgressEvent('error'));
    await bench.render();
    await answer('GET', '/api/shows/show-2', withItems({ id: 'show-2', name: 'Saturday show' }));
    expect(bench.page.querySelector('[role=alert]')).toBeNull();
  });

  it('Rules are saved one after another, each applied to the rules that the server has at that time.', async () => {
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
    await bench.render();
    await answer('GET', '/api/shows/show-1', withDelays({ tiktok: 5 }));
    const rules = { method: 'PATCH', url: '/api/shows/show-1/rules' };
    const first = await bench.answer(rules, withDelays({ tiktok: 5, facebook: 3 }));
    expect(first.body).toEqual({ viewerDelaySeconds: { tiktok: 5, facebook: 3 } });
    await answer('GET', '/api/shows/show-1', withDelays({ tiktok: 5, facebook: 3 }));
    const second = await bench.answer(rules, withDelays({}));
    expect(second.body).toEqual({ viewerDelaySeconds: { tiktok: 5, facebook: 3, instagram: 8 } });
  });

  it('A notice says that a pause failed. After a pause, the button that resumes takes the place of the one that pauses.', async () => {
    const warn = jest.spyOn(TestBed.inject(Notices), 'warn');
    await bench.press('Pause show');
    await bench.drop('/api/shows/show-1/pause');
    expect(warn.mock.calls[0]?.[0]).toMatch(/^Not paused: /);
    await bench.press('Pause show');
    await answer('POST', '/api/shows/show-1/pause', aShow({ status: 'paused' }));
    const buttons = [...bench.page.querySelectorAll('header button')].map(({ textContent }) =>
      textContent.trim(),
    );
    expect(buttons.slice(0, 2)).toEqual(['Resume show', 'End show…']);
  });

  it('The dialog that ends the show has the counts from the server, and does not open without them.', async () => {
    const stop = jest.spyOn(TestBed.inject(ShowLifecycle), 'stop').mockResolvedValue(null);
    const warn = jest.spyOn(TestBed.inject(Notices), 'warn');
    await bench.press(/^End show/);
    const stats = { ...NO_STATS, review: 3 };
    await answer('GET', '/api/shows/show-1', withItems({ stats }));
    expect(stop.mock.calls).toEqual([['show-1', stats]]);
    await bench.press(/^End show/);
    await bench.drop('/api/shows/show-1');
    expect(stop).toHaveBeenCalledTimes(1);
    expect(warn).toHaveBeenCalledTimes(1);
  });
});
