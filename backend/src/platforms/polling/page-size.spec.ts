import { PlatformError } from '@sellary/extension-kit';
import { PageSize } from './page-size';

const tooLarge = new PlatformError('too-large', 'reduce');

/**
 * Pages of a platform that returns up to `limit` rows, and brief rows on request only.
 * @returns the requested sizes
 */
function platform(limit: () => number, brief = false) {
  const size = new PageSize(100);
  const asked: string[] = [];
  const page = (error: PlatformError | null = null): Promise<string> =>
    size.ask((wanted) => {
      asked.push(`${wanted.limit}${wanted.brief ? ' brief' : ''}`);
      if (error !== null) throw error;
      if (wanted.limit > limit() || (brief && !wanted.brief)) throw tooLarge;
      return Promise.resolve('page');
    });
  return { page, asked };
}

describe('The size of a page', () => {
  it('The page size is halved until the platform answers, and stored.', async () => {
    const { page, asked } = platform(() => 25);
    await page();
    await page();
    expect(asked).toEqual(['100', '50', '25', '25']);
  });

  it('The page size goes down to one row, and then the fields are reduced.', async () => {
    const { page, asked } = platform(() => 100, true);
    await page();
    expect(asked).toEqual(['100', '50', '25', '13', '7', '4', '2', '1', '1 brief']);
  });

  it('The minimum is one row with the reduced fields.', async () => {
    const { page } = platform(() => 0);
    await expect(page()).rejects.toBe(tooLarge);
  });

  it('The page size grows back when the platform allows it.', async () => {
    let limit = 25;
    const { page, asked } = platform(() => limit);
    await page();
    limit = 100;
    for (let n = 0; n < 110; n++) await page();
    expect(asked.slice(-1)).toEqual(['100']);
  });

  it('A size that failed is tried less and less often.', async () => {
    const { page, asked } = platform(() => 25);
    for (let n = 0; n < 400; n++) await page();
    expect(asked.slice(1).filter((size) => size !== '25')).toEqual(['50', '50', '50', '50']);
  });

  it('The page size stays the same if pages fail for another reason.', async () => {
    const { page, asked } = platform(() => 100);
    const failing = new PlatformError('transient', 'unknown');
    for (let n = 0; n < 4; n++) await expect(page(failing)).rejects.toBe(failing);
    expect(asked).toEqual(['100', '100', '100', '100']);
  });
});
