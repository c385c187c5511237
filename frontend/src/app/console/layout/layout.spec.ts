import { tracks } from './layout';

describe('console columns', () => {
  it('On a wide screen, the claims column has a maximum width and the other columns get the rest.', () => {
    expect(tracks('four', {})).toBe(
      'minmax(14rem,20rem) minmax(30rem,44rem) minmax(22rem,1fr) minmax(20rem,26rem)',
    );
    expect(tracks('five', {})).toBe(
      'minmax(14rem,20rem) minmax(30rem,48rem) minmax(22rem,1.25fr) minmax(26rem,1fr) 24rem',
    );
  });

  it('A chosen width is kept while there is room, and the claims column gives way.', () => {
    expect(tracks('three', { items: 32 })).toBe('minmax(14rem,32rem) minmax(24rem,1fr) minmax(16rem,22rem)');
    expect(tracks('four', { comments: 40 })).toBe(
      'minmax(14rem,20rem) minmax(30rem,1fr) minmax(16rem,40rem) minmax(20rem,26rem)',
    );
    expect(tracks('five', { drawer: 30 })).toBe(
      'minmax(14rem,20rem) minmax(30rem,48rem) minmax(22rem,1.25fr) minmax(20rem,30rem) 24rem',
    );
  });
});
