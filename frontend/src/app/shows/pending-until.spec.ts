import { DEFAULT_RULES, type Show } from '@sellary/contracts';
import { at } from '../../../testing/wire';
import { pendingUntil, secondsUntil } from './pending-until';

const show = (viewerDelaySeconds: Record<string, number>): Pick<Show, 'rules' | 'sources'> => ({
  rules: { ...DEFAULT_RULES, fairnessWindowSeconds: 4, viewerDelaySeconds },
  sources: ['facebook', 'instagram'].map((platform) => ({
    id: platform,
    platform,
    connectionId: null,
    liveId: '7',
    liveUrl: null,
  })),
});

describe('the end of a fairness window', () => {
  it('The end is the claim time plus the window, if no source has a viewer delay.', () => {
    expect(pendingUntil({ claimTime: at(1_000) }, show({}))).toBe(Date.parse(at(5_000)));
  });

  it('Claims with the same fair time have the same end, whether their source has the shorter or the longer delay.', () => {
    const delayedShow = show({ facebook: 3, 'instagram/7': 12 });
    const shortDelay = { claimTime: at(4_000), fairTime: at(1_000) };
    const longDelay = { claimTime: at(13_000), fairTime: at(1_000) };
    expect(pendingUntil(shortDelay, delayedShow)).toBe(Date.parse(at(17_000)));
    expect(pendingUntil(longDelay, delayedShow)).toBe(Date.parse(at(17_000)));
  });

  it('The countdown stays at 1 second until the decision arrives.', () => {
    expect([secondsUntil(5_000, 2_100), secondsUntil(5_000, 9_000)]).toEqual([3, 1]);
  });
});
