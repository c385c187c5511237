import { type ContestedClaim, countOtherWinners } from './other-winners';
import { type FirstClaim, proposeDelays } from './propose-delays';

const claims = (platform: string, ...lags: number[]): FirstClaim[] =>
  lags.map((lagMs) => ({ platform, liveId: 'live', lagMs }));

describe('Proposing viewer delays', () => {
  it("The proposal is a source's median minus the fastest source's median, rounded to the nearest half second.", () => {
    const proposed = proposeDelays([
      ...claims('instagram', 14_100, 13_000, 90_000),
      ...claims('facebook', 5_000, 4_000, 6_000, 5_100),
    ]);
    expect(proposed).toEqual([
      { platform: 'facebook', liveId: 'live', samples: 4, firstClaimSeconds: 5.1, proposedSeconds: 0 },
      { platform: 'instagram', liveId: 'live', samples: 3, firstClaimSeconds: 14.1, proposedSeconds: 9 },
    ]);
  });

  it("A source with too few items gets no proposal, and neither does a show's only source.", () => {
    expect(proposeDelays([...claims('a', 1, 2, 3), ...claims('b', 9_000, 9_000)])).toMatchObject([
      { proposedSeconds: null },
      { proposedSeconds: null },
    ]);
    expect(proposeDelays(claims('a', 1, 2, 3))).toMatchObject([{ proposedSeconds: null }]);
    expect(proposeDelays([])).toEqual([]);
  });

  it('The units that would go to other buyers are counted per item or variant.', () => {
    const claim = (itemKey: string, platform: string, claimTime: number, won: boolean): ContestedClaim => ({
      itemKey,
      platform,
      liveId: 'live',
      claimTime,
      arrival: claimTime,
      won,
    });
    const proposals = [
      { platform: 'facebook', liveId: 'live', samples: 3, firstClaimSeconds: 5, proposedSeconds: 0 },
      { platform: 'instagram', liveId: 'live', samples: 3, firstClaimSeconds: 14, proposedSeconds: 9 },
    ];
    const contested = [
      // Instagram viewers saw both items 9 s later, but reacted 1 s sooner to item a and 1 s later to item b.
      claim('a', 'facebook', 1_000, true),
      claim('a', 'instagram', 9_000, false),
      claim('b', 'facebook', 1_000, true),
      claim('b', 'instagram', 11_000, false),
      // Two variants of one item.
      claim('c/S', 'instagram', 9_000, true),
      claim('c/M', 'facebook', 1_000, true),
    ];
    expect(countOtherWinners(contested, proposals)).toBe(1);
    expect(countOtherWinners(contested, [])).toBe(0);
  });
});
