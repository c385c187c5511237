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
  it('The end is the claim time plus the window, if viewers see no delay.', () => {
    expect(pendingUntil({ claimTime: at(1_000) }, show({}))).toBe(Date.parse(at(5_000)));
  });

  it('Claims with the same fair time have the same end, whether their source is seen first or last.', () => {
    const delays = show({ facebook: 3, 'instagram/7': 12 });
    const first = { claimTime: at(4_000), fairTime: at(1_000) };
    const last = { claimTime: at(13_000), fairTime: at(1_000) };
    expect(pendingUntil(first, delays)).toBe(Date.parse(at(17_000)));
    expect(pendingUntil(last, delays)).toBe(Date.parse(at(17_000)));
  });

  it('The countdown ends at 1 second, because the decision follows.', () => {
    expect([secondsUntil(5_000, 2_100), secondsUntil(5_000, 9_000)]).toEqual([3, 1]);
  });
});
