import { PlatformError } from '@sellary/extension-kit';
import { PageSize } from './page-size';

const tooLarge = new PlatformError('too-large', 'reduce');

/**
 * Simulates a platform that returns at most `limit` rows, and only brief rows if `onlyBrief` is set.
 * @returns a function that requests a page, and the requested sizes
 */
function platform(limit: () => number, onlyBrief = false) {
  const size = new PageSize(100);
  const sizes: string[] = [];
  const requestPage = (error: PlatformError | null = null): Promise<string> =>
    size.request(({ limit: rows, brief }) => {
      sizes.push(`${rows}${brief ? ' brief' : ''}`);
      if (error !== null) throw error;
      if (rows > limit() || (onlyBrief && !brief)) throw tooLarge;
      return Promise.resolve('page');
    });
  return { requestPage, sizes };
}

describe('The page size', () => {
  it('The page size is halved until the platform returns a page, and the next request keeps that size.', async () => {
    const { requestPage, sizes } = platform(() => 25);
    await requestPage();
    await requestPage();
    expect(sizes).toEqual(['100', '50', '25', '25']);
  });

  it('The page size shrinks to one row before the fields are reduced.', async () => {
    const { requestPage, sizes } = platform(() => 100, true);
    await requestPage();
    expect(sizes).toEqual(['100', '50', '25', '13', '7', '4', '2', '1', '1 brief']);
  });

  it('The minimum is one row with reduced fields.', async () => {
    const { requestPage } = platform(() => 0);
    await expect(requestPage()).rejects.toBe(tooLarge);
  });

  it('The page size grows back when the platform allows it.', async () => {
    let limit = 25;
    const { requestPage, sizes } = platform(() => limit);
    await requestPage();
    limit = 100;
    for (let n = 0; n < 110; n++) await requestPage();
    expect(sizes.slice(-1)).toEqual(['100']);
  });

  it('A size that failed is retried less and less often.', async () => {
    const { requestPage, sizes } = platform(() => 25);
    for (let n = 0; n < 400; n++) await requestPage();
    expect(sizes.slice(1).filter((size) => size !== '25')).toEqual(['50', '50', '50', '50']);
  });

  it('The page size does not change if pages fail for another reason.', async () => {
    const { requestPage, sizes } = platform(() => 100);
    const failing = new PlatformError('transient', 'unknown');
    for (let n = 0; n < 4; n++) await expect(requestPage(failing)).rejects.toBe(failing);
    expect(sizes).toEqual(['100', '100', '100', '100']);
  });
});
