import type { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { ReplayVerdict } from '@sellary/contracts';
import { testApi } from '../../../testing/api';
import { flushPromises } from '../../../testing/session';
import { ReplayCheck } from './replay-check';

const verdict = (extra: Partial<ReplayVerdict>): Partial<ReplayVerdict> => ({
  equal: true,
  differences: [],
  differenceCount: 0,
  headHash: 'ab12',
  rows: 90,
  comments: 40,
  claims: 30,
  redacted: 0,
  unchecked: [],
  ...extra,
});

describe('record check', () => {
  let fixture: ComponentFixture<ReplayCheck>;
  let http: HttpTestingController;
  const text = (): string => (fixture.nativeElement as HTMLElement).textContent ?? '';

  beforeEach(() => {
    http = testApi();
    fixture = TestBed.createComponent(ReplayCheck);
    fixture.componentRef.setInput('showId', 'show-1');
    fixture.detectChanges();
  });

  async function check(body: unknown, status = 200): Promise<void> {
    (fixture.nativeElement as HTMLElement).querySelector('button')?.click();
    fixture.detectChanges();
    http.expectOne('/api/shows/show-1/replay').flush(body as object, { status, statusText: '' });
    await flushPromises();
    fixture.detectChanges();
  }

  it('Nothing is requested until the button is pressed.', () => {
    http.expectNone('/api/shows/show-1/replay');
  });

  it('An intact record is reported in words, with its hash.', async () => {
    await check(verdict({}));
    expect(text()).toContain(
      'Working through everything again gave the same results. Comments: 40. Claims, including those that were undone: 30.',
    );
    expect(text()).toContain('90 ledger rows. Hash of the last one: ab12');
    expect(text()).not.toContain('Not recorded');
  });

  it('Columns that an older record does not contain are listed.', async () => {
    await check(verdict({ unchecked: ['comments.by_host', 'shows.rules'] }));
    expect(text()).toContain('so not compared: comments.by_host, shows.rules');
  });

  it('Differences are counted and listed.', async () => {
    await check(verdict({ equal: false, differences: ['claim 7: stored released'], differenceCount: 3 }));
    expect(text()).toContain('The record does not match. Differences: 3.');
    expect(text()).toContain('claim 7: stored released');
  });

  it('A rejected check shows an error.', async () => {
    await check({ error: { code: 'RATE_LIMITED', message: 'Too many replays run at once.' } }, 429);
    expect((fixture.nativeElement as HTMLElement).querySelector('[role=alert]')).not.toBeNull();
  });
});
