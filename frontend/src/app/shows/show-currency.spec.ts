import { provideHttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { aShow, anItem } from '../../../testing/wire';
import { ShowCurrency } from './show-currency';

describe("A show's currency", () => {
  it.each([
    ['can be changed while no item has a price and no viewer has claimed', 0, undefined, false],
    ['is fixed once an item has a price', 0, 500, true],
    ['is fixed once a viewer has claimed', 1, undefined, true],
  ])('The currency %s.', (_, claims, price, isFixed) => {
    TestBed.configureTestingModule({ providers: [provideHttpClient()] });
    const fixture = TestBed.createComponent(ShowCurrency);
    const show = aShow({ currency: { code: 'EUR', digits: 2 } });
    fixture.componentRef.setInput('mayEdit', true);
    fixture.componentRef.setInput('show', {
      ...show,
      stats: { ...show.stats, claims },
      items: [anItem('104', price === undefined ? {} : { price })],
    });
    fixture.detectChanges();
    const page = fixture.nativeElement as HTMLElement;
    expect(page.querySelector('select')?.disabled).toBe(isFixed);
    expect(page.textContent?.includes('You can change it only')).toBe(isFixed);
  });

  it('The reason why a currency was not saved is shown below the field.', () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient()] });
    const fixture = TestBed.createComponent(ShowCurrency);
    fixture.componentRef.setInput('mayEdit', true);
    fixture.componentRef.setInput('show', { ...aShow({ currency: { code: 'EUR', digits: 2 } }), items: [] });
    fixture.componentRef.setInput('problem', 'Not saved: items have prices.');
    fixture.detectChanges();
    const page = fixture.nativeElement as HTMLElement;
    expect(page.querySelector('[role=alert]')?.textContent).toBe('Not saved: items have prices.');
  });
});
