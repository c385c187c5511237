import { ClockSkew } from './clock-skew';

const skewOf = (samples: (number | null)[]): number => {
  const skew = new ClockSkew();
  for (const sample of samples) skew.add(sample);
  return skew.ms;
};

describe("The platform's clock skew", () => {
  it('The skew is 0 if there are no samples or if it is within their uncertainty.', () => {
    expect([skewOf([]), skewOf([null, null]), skewOf([1_900, -1_500, 400])]).toEqual([0, 0, 0]);
  });

  it('The skew is the median of the latest responses, so that one slow response changes nothing.', () => {
    expect(skewOf([-30_000, -30_200, 90_000, -29_900, -30_100])).toBe(-30_000);
  });

  it('The stored skew applies until the first response.', () => {
    const skew = new ClockSkew(30_000);
    expect(skew.ms).toBe(30_000);
    skew.add(200);
    expect(skew.ms).toBe(0);
  });

  it('The skew returns to 0 after the clock is corrected.', () => {
    expect(
      skewOf([...Array.from({ length: 15 }, () => 60_000), ...Array.from({ length: 15 }, () => 100)]),
    ).toBe(0);
  });
});
