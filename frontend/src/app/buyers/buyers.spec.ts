import type { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { Type } from '@angular/core';
import type { MergePreview, Person, PersonRow, Role } from '@sellary/contracts';
import { testApi } from '../../../testing/api';
import { aBasketRow } from '../../../testing/baskets';
import { aSession, flushPromises } from '../../../testing/session';
import { BEN, aBuyer, at } from '../../../testing/wire';
import { SessionStore } from '../auth/session-store';
import { BuyerList } from './buyer-list';
import { BuyerPage } from './buyer-page';

const FIGURES = { shows: 4, won: 12, waiting: 0, passed: 2, released: 1, lastClaimAt: at(0) };
const aRow = (handle: string, change: Partial<PersonRow> = {}): PersonRow => ({
  id: `buyer-${handle}`,
  name: null,
  tags: [],
  blocked: false,
  figures: FIGURES,
  accounts: [aBuyer(handle)],
  ...change,
});
const aPerson = (handles: string[], change: Partial<Person> = {}): Person => ({
  id: `buyer-${handles[0] ?? ''}`,
  name: null,
  tags: [],
  note: null,
  language: null,
  figures: FIGURES,
  merges: [],
  accounts: handles.map((handle) => ({ buyer: aBuyer(handle), block: null, since: at(0) })),
  ...change,
});

describe('buyers', () => {
  let http: HttpTestingController;
  let fixture: ComponentFixture<unknown>;
  let page: HTMLElement;

  async function open<T>(component: Type<T>, role: Role = 'operator'): Promise<void> {
    jest.useFakeTimers();
    http = testApi();
    TestBed.inject(SessionStore).begin(aSession({ role }));
    fixture = TestBed.createComponent(component);
    page = fixture.nativeElement as HTMLElement;
  }
  async function render(): Promise<void> {
    for (let pass = 0; pass < 2; pass++) {
      fixture.detectChanges();
      await flushPromises();
    }
    jest.advanceTimersByTime(300);
    fixture.detectChanges();
    await flushPromises();
    fixture.detectChanges();
  }
  afterEach(() => jest.useRealTimers());

  const text = (): string => document.body.textContent.replace(/\s+/g, ' ');
  const button = (name: string): HTMLButtonElement => {
    const found = [...document.querySelectorAll('button')].find(
      (element) => element.textContent.trim() === name,
    );
    if (found === undefined) throw new Error(`There is no button ${name}`);
    return found;
  };
  const listCalls = () => http.match(({ url }) => url === '/api/people');
  const type = (box: HTMLInputElement | HTMLTextAreaElement, value: string): void => {
    box.value = value;
    box.dispatchEvent(new Event('input'));
  };

  describe('the list', () => {
    beforeEach(async () => {
      await open(BuyerList);
      await render();
      http.expectOne('/api/people/tags').flush({ tags: [{ tag: 'vip', people: 3 }] });
    });

    it('A row shows the name, the accounts, the tags, the block, and the claims.', async () => {
      const people = [
        aRow('ann', {
          name: 'Ann Lee',
          accounts: [aBuyer('ann'), aBuyer('ann.lee')],
          tags: ['vip'],
          blocked: true,
        }),
        aRow('bob', { figures: { ...FIGURES, shows: 1, won: 1, passed: 0, released: 0 } }),
      ];
      listCalls().forEach((request) => request.flush({ people, nextCursor: null }));
      await render();
      const rows = [...page.querySelectorAll('li')].map((row) => row.textContent.replace(/\s+/g, ' '));
      expect(rows[0]).toContain('Ann Lee');
      expect(rows[0]).toContain('@ann (Rehearsal), @ann.lee (Rehearsal)');
      expect(rows[0]).toContain('This buyer is blocked');
      expect(rows[0]).toContain('4 shows · 12 won · 2 passed · 1 released');
      expect(rows[1]).toContain('@bob');
      expect(rows[1]).toContain('1 show · 1 wonLast claim');
      expect(rows[1]).not.toContain('blocked');
    });

    it('A search and the filters are sent to the server, and an empty result offers to clear them.', async () => {
      listCalls().forEach((request) => request.flush({ people: [aRow('ann')], nextCursor: null }));
      await render();
      type(page.querySelector<HTMLInputElement>('input[type=search]') as HTMLInputElement, '@zoe');
      const tag = page.querySelector('select') as HTMLSelectElement;
      tag.value = 'vip';
      tag.dispatchEvent(new Event('change'));
      (page.querySelector('input[type=checkbox]') as HTMLInputElement).click();
      await render();
      // Filters apply immediately, and the search text after a pause in typing, so the last request has all
      // of them.
      const last = listCalls().at(-1);
      expect(last?.request.params.toString()).toBe('limit=50&search=@zoe&tag=vip&blocked=true');
      last?.flush({ people: [], nextCursor: null });
      await render();
      expect(text()).toContain('No buyers found');
      button('Clear search and filters').click();
      await render();
      expect(listCalls().map(({ request }) => request.params.toString())).toEqual(['limit=50']);
    });

    it('Without buyers, the list explains where buyers come from.', async () => {
      listCalls().forEach((request) => request.flush({ people: [], nextCursor: null }));
      await render();
      expect(text()).toContain('No buyers yet');
    });

    it('A failed load can be retried.', async () => {
      listCalls().forEach((request) => request.error(new ProgressEvent('error')));
      await render();
      expect(text()).toContain('The buyers could not be loaded');
      button('Try again').click();
      await render();
      listCalls().forEach((request) => request.flush({ people: [aRow('ann')], nextCursor: null }));
      await render();
      expect(text()).toContain('@ann');
    });
  });

  it('A user with the viewer role sees that only operators can see the buyers, and nothing is requested.', async () => {
    await open(BuyerList, 'viewer');
    await render();
    expect(text()).toContain('Only operators can see the buyers');
    http.expectNone(({ url }) => url.startsWith('/api/people'));
  });

  describe('the profile', () => {
    async function openProfile(person: Person): Promise<void> {
      await open(BuyerPage);
      fixture.componentRef.setInput('id', person.id);
      await render();
      http.expectOne(`/api/people/${person.id}`).flush(person);
      await render();
      http
        .match(({ url }) => url.endsWith('/shows'))
        .forEach((request) => request.flush({ shows: [], nextCursor: null }));
      await render();
    }

    it('A buyer that does not exist offers the list of buyers.', async () => {
      await open(BuyerPage);
      fixture.componentRef.setInput('id', 'buyer-x');
      await render();
      http
        .expectOne('/api/people/buyer-x')
        .flush({ error: { code: 'NOT_FOUND', message: 'Not found.' } }, { status: 404, statusText: '' });
      await render();
      expect(text()).toContain('Buyer not found');
      expect(page.querySelector('app-page-failed a')?.getAttribute('href')).toBe('/buyers');
    });

    it('A field is saved when the operator leaves it, but only if it changed.', async () => {
      await openProfile(aPerson(['ann'], { note: 'Rings twice' }));
      const note = page.querySelector('textarea') as HTMLTextAreaElement;
      note.dispatchEvent(new Event('blur'));
      http.expectNone(({ method }) => method === 'PATCH');
      type(note, 'Pays in cash');
      note.dispatchEvent(new Event('blur'));
      await render();
      const request = http.expectOne(({ method }) => method === 'PATCH');
      expect(request.request.body).toEqual({ note: 'Pays in cash' });
      request.flush(aPerson(['ann'], { note: 'Pays in cash' }));
      await render();
      expect(text()).toContain('Saved');
    });

    it('Tags that a colleague added are kept when a tag is added or removed.', async () => {
      await openProfile(aPerson(['ann'], { tags: ['late', 'vip'] }));
      const tag = page.querySelector<HTMLInputElement>('app-word-chips input') as HTMLInputElement;
      type(tag, 'cash,');
      page.querySelector<HTMLElement>('[aria-label="Remove late"]')?.click();
      const saves: [stored: string[], sent: string[]][] = [
        [
          ['late', 'pickup', 'vip'],
          ['late', 'pickup', 'vip', 'cash'],
        ],
        [
          ['cash', 'late', 'pickup', 'vip'],
          ['cash', 'pickup', 'vip'],
        ],
      ];
      for (const [stored, sent] of saves) {
        await flushPromises();
        http
          .expectOne({ method: 'GET', url: '/api/people/buyer-ann' })
          .flush(aPerson(['ann'], { tags: stored }));
        await flushPromises();
        const save = http.expectOne(({ method }) => method === 'PATCH');
        expect(save.request.body).toEqual({ tags: sent });
        save.flush(aPerson(['ann'], { tags: sent }));
      }
    });

    it('The profile is reloaded after a buyer is unblocked, and after the unblock is undone.', async () => {
      const block = { block: 'refuse' as const, reason: 'Never pays', by: BEN, at: at(0) };
      const person = aPerson(['ann']);
      await openProfile({ ...person, accounts: person.accounts.map((account) => ({ ...account, block })) });
      button('Unblock').click();
      http.expectOne({ method: 'DELETE', url: '/api/buyers/buyer-ann/block' }).flush(null);
      await render();
      http.expectOne(`/api/people/${person.id}`).flush(person);
      await render();
      button('Undo').click();
      http
        .expectOne({ method: 'PUT', url: '/api/buyers/buyer-ann/block' })
        .flush({ buyer: aBuyer('ann'), ...block });
      await render();
      http.expectOne(`/api/people/${person.id}`);
    });

    it('The unpaid sum includes baskets that the list has not loaded.', async () => {
      await openProfile(aPerson(['ann']));
      for (const call of http.match(({ url }) => url === '/api/baskets')) {
        const handles = call.request.params.get('state') === 'unpaid' ? ['ann', 'bob'] : ['ann'];
        call.flush({ baskets: handles.map((handle) => aBasketRow(handle)), nextCursor: null });
      }
      await render();
      expect(text()).toContain('Unpaid: €69.40');
    });

    it('The merge dialog can be canceled, and nothing changes.', async () => {
      await openProfile(aPerson(['ann'], { note: 'Rings twice' }));
      button('Merge with another buyer…').click();
      await render();
      button('Cancel').click();
      await render();
      await render();
      expect(document.querySelector('mat-dialog-container')).toBeNull();
      expect(page.querySelector('textarea')?.value).toBe('Rings twice');
    });

    it('The merge dialog shows the result before the merge, and a merge can be undone.', async () => {
      await openProfile(aPerson(['ann']));
      button('Merge with another buyer…').click();
      await render();
      type(document.querySelector('input[role=combobox]') as HTMLInputElement, 'zoe');
      await render();
      listCalls().forEach((request) =>
        request.flush({ people: [aRow('ann'), aRow('zoe')], nextCursor: null }),
      );
      await render();
      const options = [...document.querySelectorAll<HTMLElement>('[role=option]')];
      expect(options.map((option) => option.textContent)).toEqual([expect.stringContaining('@zoe')]);
      expect(button('Merge buyers').disabled).toBe(true);
      options[0]?.click();
      await render();
      const merged = aPerson(['ann', 'zoe'], { tags: ['vip'] });
      const preview: MergePreview = {
        kept: aRow('ann'),
        joined: aRow('zoe', { blocked: true }),
        result: { name: null, tags: ['vip'], note: null, language: 'es' },
        accounts: merged.accounts,
      };
      http.expectOne('/api/people/buyer-ann/merge-preview?with=buyer-zoe').flush(preview);
      await render();
      expect(text()).toContain('Accounts@ann (Rehearsal), @zoe (Rehearsal)');
      expect(text()).toContain('Only some of these accounts are blocked.');
      button('Merge buyers').click();
      const merge = { id: 'merge-1', at: at(0), by: BEN, accounts: [aBuyer('zoe')], canUndo: true };
      const request = http.expectOne('/api/people/buyer-ann/merges');
      expect(request.request.body).toEqual({ with: 'buyer-zoe' });
      const basketCalls = () => http.match(({ url }) => url === '/api/baskets').length;
      basketCalls();
      request.flush({ person: { ...merged, merges: [merge] }, mergeId: 'merge-1' });
      await render();
      expect(basketCalls()).toBe(2);
      expect(page.textContent).toContain('merged by Ben');
      button('Undo merge…').click();
      await render();
      button('Undo merge').click();
      await render();
      http
        .expectOne('/api/people/buyer-ann/merges/merge-1')
        .flush({ kept: aPerson(['ann']), separated: aPerson(['zoe']) });
      await render();
      expect(page.textContent).not.toContain('merged by Ben');
      expect(basketCalls()).toBe(2);
    });
  });
});
