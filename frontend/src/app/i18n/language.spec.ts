import { TestBed } from '@angular/core/testing';
import { formatLocale } from './format-locale';
import { chosenLanguage, storeLanguage } from './language';
import { loadLanguage } from './load-language';
import { PageLanguage } from './page-language';

const languagesOfBrowser = (...tags: string[]): void => void jest.spyOn(navigator, 'languages', 'get').mockReturnValue(tags);
const open = (address: string): void => history.replaceState(null, '', address);

beforeEach(() => {
  localStorage.clear();
  open('/');
});
afterEach(() => jest.restoreAllMocks());

describe('The language of the page', () => {
  it('is the first language of the browser that the console has, until the person chooses one', () => {
    languagesOfBrowser('de-DE', 'es-MX', 'th');
    expect(chosenLanguage()).toBe('es');
    storeLanguage('th');
    expect(chosenLanguage()).toBe('th');
  });

  it('is English when the browser has no language of the console', () => {
    languagesOfBrowser('de-DE');
    expect(chosenLanguage()).toBe('en');
  });

  it('is the one that the address asks for, also the pseudo-locale', () => {
    storeLanguage('th');
    open('/login?lang=en-XA');
    expect(chosenLanguage()).toBe('en-XA');
  });

  it('ignores a language that the console does not have', () => {
    localStorage.setItem('sellary.language', 'tlh');
    open('/?lang=xx');
    languagesOfBrowser('en-GB');
    expect(chosenLanguage()).toBe('en');
  });

  it('is English at once when the texts cannot be loaded', async () => {
    const said = jest.spyOn(console, 'error').mockImplementation();
    globalThis.fetch = jest.fn().mockResolvedValue({ ok: false, status: 404 });
    expect(await loadLanguage('es')).toBe('en');
    expect(said).toHaveBeenCalledTimes(1);
  });

  it('formats dates and numbers as the browser does in that language', () => {
    expect(formatLocale('en', ['th-TH', 'en-GB'])).toBe('en-GB');
    expect(formatLocale('es', ['en-US'])).toBe('es-419');
    expect(formatLocale('en-XA', ['th'])).toBe('en');
  });
});

describe('A page whose account has a language', () => {
  let reload: jest.Mock;
  let page: PageLanguage;

  beforeEach(() => {
    reload = jest.fn();
    languagesOfBrowser('en-US');
    const location = { reload, href: 'http://shop.test/login?lang=es&return=%2Fshows' };
    const view = { location, history: { replaceState: jest.fn() } } as unknown as WindowProxy & typeof globalThis;
    jest.spyOn(Document.prototype, 'defaultView', 'get').mockReturnValue(view);
    page = TestBed.inject(PageLanguage);
  });

  it('opens again in that language, once', () => {
    page.follow('es');
    page.follow('es');
    expect(reload).toHaveBeenCalledTimes(1);
    expect(chosenLanguage()).toBe('es');
  });

  it('stays as it is while the account has none, in the pseudo-locale, and with a language in its address', () => {
    page.follow(null);
    storeLanguage('en-XA');
    page.follow('es');
    open('/?lang=th');
    page.follow('es');
    expect(reload).not.toHaveBeenCalled();
  });

  it('does not reload again and again when the browser stores nothing', () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('blocked');
    });
    page.follow('es');
    expect(reload).not.toHaveBeenCalled();
  });
});
