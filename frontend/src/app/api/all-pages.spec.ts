import { allPages, type PageParams } from './all-pages';

describe('A list that is read to the end', () => {
  it('Each page is requested with the cursor of the page before.', async () => {
    const asked: PageParams[] = [];
    const cursors = ['second', 'third', null];
    const pages = await allPages((params) => {
      asked.push(params);
      return Promise.resolve({ page: asked.length, nextCursor: cursors.shift() ?? null });
    });
    expect(asked).toEqual([
      { limit: 200 },
      { limit: 200, cursor: 'second' },
      { limit: 200, cursor: 'third' },
    ]);
    expect(pages.map(({ page }) => page)).toEqual([1, 2, 3]);
  });

  it('A list is read from a cursor on.', async () => {
    const asked: PageParams[] = [];
    await allPages((params) => {
      asked.push(params);
      return Promise.resolve({ nextCursor: null });
    }, 'here');
    expect(asked).toEqual([{ limit: 200, cursor: 'here' }]);
  });
});
