import { TestBed } from '@angular/core/testing';
import { MatDialog } from '@angular/material/dialog';
import type { ViewerPage } from '@sellary/contracts';
import { of } from 'rxjs';
import { testApi } from '../../../testing/api';
import { flushPromises } from '../../../testing/session';
import { ViewerLinks } from './viewer-links';

describe('links to the pages for viewers', () => {
  const at = '2026-11-23T20:00:00.000Z';
  const overlay: ViewerPage = { kind: 'overlay', names: 'full', createdAt: at, expiresAt: at };
  const url = '/api/shows/show-1/viewer-pages';

  async function open() {
    const askUser = jest.fn();
    const http = testApi({ provide: MatDialog, useValue: { open: askUser } });
    const fixture = TestBed.createComponent(ViewerLinks);
    fixture.componentRef.setInput('showId', 'show-1');
    const page: HTMLElement = fixture.nativeElement;
    const update = async (): Promise<void> => {
      fixture.detectChanges();
      await flushPromises();
      fixture.detectChanges();
    };
    await update();
    http.expectOne(url).flush({ pages: [overlay] });
    await update();
    return { http, page, update, askUser };
  }

  it.each([
    ['Turn off link', 'DELETE', 'This link will never work again'],
    ['Replace link', 'POST', 'until you put the new link into OBS'],
  ])('%s: the link works until the user confirms.', async (name, method, consequence) => {
    const { http, page, update, askUser } = await open();
    for (const isConfirmed of [false, true]) {
      askUser.mockReturnValue({ afterClosed: () => of(isConfirmed) });
      http.expectNone(({ method: sent }) => sent === method);
      [...page.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name)?.click();
      await update();
    }
    expect(askUser).toHaveBeenCalledTimes(2);
    expect(JSON.stringify(askUser.mock.calls)).toContain(consequence);
    http.expectOne(({ method: sent }) => sent === method);
  });

  it("If the rule for winners' names was not saved, the stored rule is shown again.", async () => {
    const { http, page, update } = await open();
    const list = page.querySelector('select');
    if (list === null) throw new Error('no list of rules');
    expect(list.value).toBe('full');
    for (const choice of ['none', 'letters']) {
      list.value = choice;
      list.dispatchEvent(new Event('change'));
      await update();
      http.expectOne(`${url}/overlay`).error(new ProgressEvent('error'));
      await update();
      http.expectOne(url).flush({ pages: [overlay] });
      await update();
      expect(page.querySelector('select')?.value).toBe('full');
    }
    http.verify();
  });
});
