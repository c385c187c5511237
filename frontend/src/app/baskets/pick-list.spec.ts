import type { PickList } from '@sellary/contracts';
import { PageBench } from '../../../testing/page-bench';
import { PickListPage } from './pick-list';

const item = (itemNumber: string, photo?: string): PickList['items'][number] => ({
  showId: 'show-1',
  showName: 'Friday',
  itemId: `item-${itemNumber}`,
  itemNumber,
  title: 'Scarf',
  ...(photo !== undefined && { photo }),
  units: 1,
  buyers: [{ basketId: 'b', code: 'CODE', name: 'Ann', handle: 'ann', units: 1 }],
});

describe('the pick list', () => {
  let bench: PageBench;
  beforeEach(() => (bench = new PageBench()));
  afterEach(() => bench.close());

  const open = async (items: PickList['items']): Promise<void> => {
    await bench.open(PickListPage);
    const list: PickList = { items, units: items.length, baskets: 1, truncated: false };
    await bench.answer(({ url }) => url === '/api/baskets/pick-list', list);
  };
  const photos = (): (string | null)[] =>
    [...bench.page.querySelectorAll('tbody tr')].map(
      (row) => row.querySelector('img')?.getAttribute('src') ?? null,
    );

  it('Each item shows its small photo, if it has one.', async () => {
    await open([item('1', 'abc'), item('2')]);
    expect(photos()).toEqual(['/photos/abc-small.webp', null]);
    expect(bench.page.querySelector('img')?.getAttribute('loading')).toBeNull();
  });

  it('If no item has a photo, the list reserves no space for photos.', async () => {
    await open([item('1')]);
    expect(photos()).toEqual([null]);
    expect(bench.page.querySelector('tbody .size-12')).toBeNull();
  });
});
