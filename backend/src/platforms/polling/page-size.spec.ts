import { PlatformError } from '@sellary/extension-kit';
import { PageSize } from './page-size';

const tooLarge = new PlatformError('too-large', 'reduce');

/**
 * Requests pages of a platform that returns at most `limit` rows, or only brief rows if `onlyBrief` is set.
 * @returns a function that requests a page, and the requested sizes
 */
function platform(limit: () => number, onlyBrief = false) {
  const size = new PageSize(100);
  const requested: string[] = [];
  const page = (error: PlatformError | null = null): Promise<string> =>
    size.request(({ limit: rows, brief }) => {
      requested.push(`${rows}${brief ? ' brief' : ''}`);
      if (error !== null) throw error;
      if (rows > limit() || (onlyBrief && !brief)) throw tooLarge;
      return Promise.resolve('page');
    });
  return { page, requested };
}

describe('The size of a page', () => {
  it('The page size is halved until the platform answers, and the next request keeps that size.', async () => {
    const { page, requested } = platform(() => 25);
    await page();
    await page();
    expect(requested).toEqual(['100', '50', '25', '25']);
  });

  it('The page size goes down to one row, and then the fields are reduced.', async () => {
    const { page, requested } = platform(() => 100, true);
    await page();
    expect(requested).toEqual(['100', '50', '25', '13', '7', '4', '2', '1', '1 brief']);
  });

  it('The minimum is one row with the reduced fields.', async () => {
    const { page } = platform(() => 0);
    await expect(page()).rejects.toBe(tooLarge);
  });

  it('The page size grows back when the platform allows it.', async () => {
    let limit = 25;
    const { page, requested } = platform(() => limit);
    await page();
    limit = 100;
    for (let n = 0; n < 110; n++) await page();
    expect(requested.slice(-1)).toEqual(['100']);
  });

  it('A size that failed is tried less and less often.', async () => {
    const { page, requested } = platform(() => 25);
    for (let n = 0; n < 400; n++) await page();
    expect(requested.slice(1).filter((size) => size !== '25')).toEqual(['50', '50', '50', '50']);
  });

  it('The page size stays the same if pages fail for another reason.', async () => {
    const { page, requested } = platform(() => 100);
    const failing = new PlatformError('transient', 'unknown');
    for (let n = 0; n < 4; n++) await expect(page(failing)).rejects.toBe(failing);
    expect(requested).toEqual(['100', '100', '100', '100']);
  });
});
