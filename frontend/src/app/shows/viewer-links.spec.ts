import { MatDialog } from '@angular/material/dialog';
import type { ViewerPage } from '@sellary/contracts';
import { of } from 'rxjs';
import { PageBench } from '../../../testing/page-bench';
import { ViewerLinks } from './viewer-links';

describe('links to the pages for viewers', () => {
  const at = '2026-11-23T20:00:00.000Z';
  const overlay: ViewerPage = { kind: 'overlay', names: 'full', createdAt: at, expiresAt: at };
  const url = '/api/shows/show-1/viewer-pages';

  const askUser = jest.fn();
  let bench: PageBench;

  beforeEach(async () => {
    askUser.mockReset();
    bench = new PageBench({ provide: MatDialog, useValue: { open: askUser } });
    await bench.open(ViewerLinks, 'operator', { showId: 'show-1' });
    await bench.answer(url, { pages: [overlay] });
  });
  afterEach(() => bench.close());

  it.each([
    ['Turn off link', 'DELETE', 'This link will never work again'],
    ['Replace link', 'POST', 'until you put the new link into OBS'],
  ])('%s: the link works until the user confirms.', async (name, method, consequence) => {
    for (const isConfirmed of [false, true]) {
      askUser.mockReturnValue({ afterClosed: () => of(isConfirmed) });
      bench.http.expectNone(({ method: sent }) => sent === method);
      await bench.press(name);
    }
    expect(askUser).toHaveBeenCalledTimes(2);
    expect(JSON.stringify(askUser.mock.calls)).toContain(consequence);
    bench.http.expectOne(({ method: sent }) => sent === method);
  });

  it("If the rule for winners' names was not saved, the stored rule is shown again.", async () => {
    const list = bench.page.querySelector('select');
    if (list === null) throw new Error('no list of rules');
    expect(list.value).toBe('full');
    for (const choice of ['none', 'letters']) {
      await bench.enter(list, choice, 'change');
      await bench.drop(`${url}/overlay`);
      await bench.answer(url, { pages: [overlay] });
      expect(bench.page.querySelector('select')?.value).toBe('full');
    }
    bench.http.verify();
  });
});
