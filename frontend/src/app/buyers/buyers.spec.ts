import type { MergePreview, Person, PersonRow } from '@sellary/contracts';
import { aBasketRow } from '../../../testing/baskets';
import { setField } from '../../../testing/fields';
import { PageBench } from '../../../testing/page-bench';
import { BEN, aBuyer, at } from '../../../testing/wire';
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
  let bench: PageBench;
  beforeEach(() => (bench = new PageBench()));
  afterEach(() => bench.close());

  const isList = ({ url }: { url: string }) => url === '/api/people';
  const listCalls = () => bench.http.match(isList);

  describe('the list', () => {
    beforeEach(async () => {
      await bench.open(BuyerList);
      bench.http.expectOne('/api/people/tags').flush({ tags: [{ tag: 'vip', people: 3 }] });
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
      await bench.answerAll(isList, { people, nextCursor: null });
      const rows = [...bench.page.querySelectorAll('li')].map((row) => row.textContent.replace(/\s+/g, ' '));
      expect(rows[0]).toContain('Ann Lee');
      expect(rows[0]).toContain('@ann (Rehearsal), @ann.lee (Rehearsal)');
      expect(rows[0]).toContain('This buyer is blocked');
      expect(rows[0]).toContain('4 shows · 12 won · 2 passed · 1 released');
      expect(rows[1]).toContain('@bob');
      expect(rows[1]).toContain('1 show · 1 wonLast claim');
      expect(rows[1]).not.toContain('blocked');
    });

    it('A search and the filters are sent to the server, and an empty result offers to clear them.', async () => {
      await bench.answerAll(isList, { people: [aRow('ann')], nextCursor: null });
      setField(bench.page.querySelector<HTMLInputElement>('input[type=search]'), '@zoe');
      const tag = bench.page.querySelector('select') as HTMLSelectElement;
      setField(tag, 'vip', 'change');
      (bench.page.querySelector('input[type=checkbox]') as HTMLInputElement).click();
      await bench.render();
      // Filters apply immediately, but the search text applies only after a pause in typing, so the last request
      // has both.
      const last = listCalls().at(-1);
      expect(last?.request.params.toString()).toBe('limit=50&search=@zoe&tag=vip&blocked=true');
      last?.flush({ people: [], nextCursor: null });
      await bench.render();
      expect(bench.text()).toContain('No buyers found');
      await bench.press('Clear search and filters');
      expect(listCalls().map(({ request }) => request.params.toString())).toEqual(['limit=50']);
    });

    it('Without buyers, the list explains where buyers come from.', async () => {
      await bench.answerAll(isList, { people: [], nextCursor: null });
      expect(bench.text()).toContain('No buyers yet');
    });

    it('A failed load can be retried.', async () => {
      listCalls().forEach((request) => request.error(new ProgressEvent('error')));
      await bench.render();
      expect(bench.text()).toContain('The buyers could not be loaded');
      await bench.press('Try again');
      await bench.answerAll(isList, { people: [aRow('ann')], nextCursor: null });
      expect(bench.text()).toContain('@ann');
    });
  });

  it('A user with the viewer role sees that only operators can see the buyers, and nothing is requested.', async () => {
    await bench.open(BuyerList, 'viewer');
    expect(bench.text()).toContain('Only operators can see the buyers');
    bench.http.expectNone(({ url }) => url.startsWith('/api/people'));
  });

  describe('the profile', () => {
    async function openProfile(person: Person): Promise<void> {
      await bench.open(BuyerPage, 'operator', { id: person.id });
      await bench.answer(`/api/people/${person.id}`, person);
      await bench.answerAll(({ url }) => url.endsWith('/shows'), { shows: [], nextCursor: null });
    }

    it('If a buyer does not exist, the page links to the list of buyers.', async () => {
      await bench.open(BuyerPage, 'operator', { id: 'buyer-x' });
      await bench.reject('/api/people/buyer-x', 404, 'NOT_FOUND', 'Not found.');
      expect(bench.text()).toContain('Buyer not found');
      expect(bench.page.querySelector('app-page-not-loaded a')?.getAttribute('href')).toBe('/buyers');
    });

    it('A field is saved when the operator leaves it, but only if it changed.', async () => {
      await openProfile(aPerson(['ann'], { note: 'Rings twice' }));
      const note = bench.page.querySelector('textarea') as HTMLTextAreaElement;
      note.dispatchEvent(new Event('blur'));
      bench.http.expectNone(({ method }) => method === 'PATCH');
      setField(note, 'Pays in cash');
      note.dispatchEvent(new Event('blur'));
      await bench.render();
      const { body } = await bench.answer(
        ({ method }) => method === 'PATCH',
        aPerson(['ann'], { note: 'Pays in cash' }),
      );
      expect(body).toEqual({ note: 'Pays in cash' });
      expect(bench.text()).toContain('Saved');
    });

    it('Tags that a colleague added are kept when a tag is added or removed.', async () => {
      await openProfile(aPerson(['ann'], { tags: ['late', 'vip'] }));
      const tag = bench.page.querySelector<HTMLInputElement>('app-word-chips input') as HTMLInputElement;
      setField(tag, 'cash,');
      bench.page.querySelector<HTMLElement>('[aria-label="Remove late"]')?.click();
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
        await bench.render();
        await bench.answer(
          { method: 'GET', url: '/api/people/buyer-ann' },
          aPerson(['ann'], { tags: stored }),
        );
        const save = bench.http.expectOne(({ method }) => method === 'PATCH');
        expect(save.request.body).toEqual({ tags: sent });
        save.flush(aPerson(['ann'], { tags: sent }));
      }
    });

    it('The profile is reloaded after a buyer is unblocked, and after the unblock is undone.', async () => {
      const block = { block: 'refuse' as const, reason: 'Never pays', by: BEN, at: at(0) };
      const person = aPerson(['ann']);
      await openProfile({ ...person, accounts: person.accounts.map((account) => ({ ...account, block })) });
      await bench.press('Unblock');
      await bench.answer({ method: 'DELETE', url: '/api/buyers/buyer-ann/block' }, null);
      await bench.answer(`/api/people/${person.id}`, person);
      await bench.press('Undo');
      await bench.answer(
        { method: 'PUT', url: '/api/buyers/buyer-ann/block' },
        { buyer: aBuyer('ann'), ...block },
      );
      bench.http.expectOne(`/api/people/${person.id}`);
    });

    it('The unpaid sum includes baskets that the list has not loaded.', async () => {
      await openProfile(aPerson(['ann']));
      for (const call of bench.http.match(({ url }) => url === '/api/baskets')) {
        const handles = call.request.params.get('state') === 'unpaid' ? ['ann', 'bob'] : ['ann'];
        call.flush({ baskets: handles.map((handle) => aBasketRow(handle)), nextCursor: null });
      }
      await bench.render();
      expect(bench.text()).toContain('Unpaid: €69.40');
    });

    it('The merge dialog can be canceled, and nothing changes.', async () => {
      await openProfile(aPerson(['ann'], { note: 'Rings twice' }));
      await bench.press('Merge with another buyer…');
      await bench.press('Cancel');
      await bench.render();
      expect(document.querySelector('mat-dialog-container')).toBeNull();
      expect(bench.page.querySelector('textarea')?.value).toBe('Rings twice');
    });

    it('The merge dialog shows the result before the merge, and a merge can be undone.', async () => {
      await openProfile(aPerson(['ann']));
      await bench.press('Merge with another buyer…');
      setField(document.querySelector<HTMLInputElement>('input[role=combobox]'), 'zoe');
      await bench.render();
      await bench.answerAll(isList, { people: [aRow('ann'), aRow('zoe')], nextCursor: null });
      const options = [...document.querySelectorAll<HTMLElement>('[role=option]')];
      expect(options.map((option) => option.textContent)).toEqual([expect.stringContaining('@zoe')]);
      expect(bench.button('Merge buyers').disabled).toBe(true);
      await bench.click(options[0]);
      const merged = aPerson(['ann', 'zoe'], { tags: ['vip'] });
      const preview: MergePreview = {
        kept: aRow('ann'),
        joined: aRow('zoe', { blocked: true }),
        result: { name: null, tags: ['vip'], note: null, language: 'es' },
        accounts: merged.accounts,
      };
      await bench.answer('/api/people/buyer-ann/merge-preview?with=buyer-zoe', preview);
      expect(bench.text()).toContain('Accounts @ann (Rehearsal), @zoe (Rehearsal)');
      expect(bench.text()).toContain('Only some of these accounts are blocked.');
      await bench.press('Merge buyers');
      const merge = { id: 'merge-1', at: at(0), by: BEN, accounts: [aBuyer('zoe')], canUndo: true };
      const request = bench.http.expectOne('/api/people/buyer-ann/merges');
      expect(request.request.body).toEqual({ with: 'buyer-zoe' });
      const basketCalls = () => bench.http.match(({ url }) => url === '/api/baskets').length;
      basketCalls();
      request.flush({ person: { ...merged, merges: [merge] }, mergeId: 'merge-1' });
      await bench.render();
      expect(basketCalls()).toBe(2);
      expect(bench.page.textContent).toContain('merged by Ben');
      await bench.press('Undo merge…');
      await bench.press('Undo merge');
      await bench.answer('/api/people/buyer-ann/merges/merge-1', {
        kept: aPerson(['ann']),
        separated: aPerson(['zoe']),
      });
      expect(bench.page.textContent).not.toContain('merged by Ben');
      expect(basketCalls()).toBe(2);
    });
  });
});
