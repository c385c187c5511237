import { allPages, type PageParams } from './all-pages';

describe('A list read to the end', () => {
  it("Each page is requested with the previous page's cursor.", async () => {
    const queries: PageParams[] = [];
    const cursors = ['second', 'third', null];
    const pages = await allPages((params) => {
      queries.push(params);
      return Promise.resolve({ page: queries.length, nextCursor: cursors.shift() ?? null });
    });
    expect(queries).toEqual([
      { limit: 200 },
      { limit: 200, cursor: 'second' },
      { limit: 200, cursor: 'third' },
    ]);
    expect(pages.map(({ page }) => page)).toEqual([1, 2, 3]);
  });

  it('A list can be read from a given cursor.', async () => {
    const queries: PageParams[] = [];
    await allPages((params) => {
      queries.push(params);
      return Promise.resolve({ nextCursor: null });
    }, 'here');
    expect(queries).toEqual([{ limit: 200, cursor: 'here' }]);
  });
});
