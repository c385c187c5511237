import { TestBed } from '@angular/core/testing';
import { formatLocale } from './format-locale';
import { chosenLanguage, storeLanguage } from './language';
import { loadLanguage } from './load-language';
import { PageLanguage } from './page-language';

const setBrowserLanguages = (...tags: string[]): void =>
  void jest.spyOn(navigator, 'languages', 'get').mockReturnValue(tags);
const open = (address: string): void => history.replaceState(null, '', address);

beforeEach(() => {
  localStorage.clear();
  open('/');
});
afterEach(() => jest.restoreAllMocks());

describe('The page language', () => {
  it("The page uses the browser's first supported language until the user chooses one.", () => {
    setBrowserLanguages('de-DE', 'es-MX', 'th');
    expect(chosenLanguage()).toBe('es');
    storeLanguage('th');
    expect(chosenLanguage()).toBe('th');
  });

  it("The page is in English if the console supports none of the browser's languages.", () => {
    setBrowserLanguages('de-DE');
    expect(chosenLanguage()).toBe('en');
  });

  it('The language in the address overrides the stored one, and may be the pseudo-locale.', () => {
    storeLanguage('th');
    open('/login?lang=en-XA');
    expect(chosenLanguage()).toBe('en-XA');
  });

  it('A language that the console does not support is ignored.', () => {
    localStorage.setItem('sellary.language', 'tlh');
    open('/?lang=xx');
    setBrowserLanguages('en-GB');
    expect(chosenLanguage()).toBe('en');
  });

  it('The page is in English if the translations cannot be loaded.', async () => {
    const logged = jest.spyOn(console, 'error').mockImplementation();
    globalThis.fetch = jest.fn().mockResolvedValue({ ok: false, status: 404 });
    expect(await loadLanguage('es')).toBe('en');
    expect(logged).toHaveBeenCalledTimes(1);
  });

  it('Dates and numbers use the browser’s variant of the language, or else the default variant.', () => {
    expect(formatLocale('en', ['th-TH', 'en-GB'])).toBe('en-GB');
    expect(formatLocale('es', ['en-US'])).toBe('es-419');
    expect(formatLocale('es', ['es', 'en'])).toBe('es-419');
    expect(formatLocale('es', ['es-ES', 'es'])).toBe('es-ES');
    expect(formatLocale('en', ['en-US@posix'])).toBe('en');
    expect(formatLocale('en-XA', ['th'])).toBe('en');
  });
});

describe('The account language', () => {
  let reload: jest.Mock;
  let page: PageLanguage;

  beforeEach(() => {
    reload = jest.fn();
    setBrowserLanguages('en-US');
    const location = { reload, href: 'http://shop.test/login?lang=es&return=%2Fshows' };
    const view = { location, history: { replaceState: jest.fn() } } as unknown as WindowProxy &
      typeof globalThis;
    jest.spyOn(Document.prototype, 'defaultView', 'get').mockReturnValue(view);
    page = TestBed.inject(PageLanguage);
  });

  it("The page reloads in the account's language, once.", () => {
    page.applyAccountLanguage('es');
    page.applyAccountLanguage('es');
    expect(reload).toHaveBeenCalledTimes(1);
    expect(chosenLanguage()).toBe('es');
  });

  it('The page does not reload if the account has no language, if it is in the pseudo-locale, or if the address names a language.', () => {
    page.applyAccountLanguage(null);
    storeLanguage('en-XA');
    page.applyAccountLanguage('es');
    open('/?lang=th');
    page.applyAccountLanguage('es');
    expect(reload).not.toHaveBeenCalled();
  });

  it('The page does not reload if the browser cannot store the language.', () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('blocked');
    });
    page.applyAccountLanguage('es');
    expect(reload).not.toHaveBeenCalled();
  });
});
