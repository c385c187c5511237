import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ViewerPage } from '@sellary/contracts';
import { flushPromises } from '../../../testing/session';
import { apiErrors } from '../api/api-errors';
import { ViewerLinks } from './viewer-links';

describe('links to the pages for viewers', () => {
  it("If the rule for winners' names was not saved, the stored rule is shown again.", async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([apiErrors])), provideHttpClientTesting()],
    });
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(ViewerLinks);
    fixture.componentRef.setInput('showId', 'show-1');
    const page = fixture.nativeElement as HTMLElement;
    const update = async (): Promise<void> => {
      fixture.detectChanges();
      await flushPromises();
      fixture.detectChanges();
    };
    const at = '2026-11-23T20:00:00.000Z';
    const overlay: ViewerPage = { kind: 'overlay', names: 'full', createdAt: at, expiresAt: at };
    const url = '/api/shows/show-1/viewer-pages';
    await update();
    http.expectOne(url).flush({ pages: [overlay] });
    await update();
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
