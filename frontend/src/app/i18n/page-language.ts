import { DOCUMENT, Injectable, inject } from '@angular/core';
import type { Language } from '@sellary/contracts';
import { chosenLanguage, PSEUDO_LOCALE, storeLanguage } from './language';

/** Changes the page's language by reloading the page, because texts are read only once, at startup. */
@Injectable({ providedIn: 'root' })
export class PageLanguage {
  private readonly window = inject(DOCUMENT).defaultView;

  /** Stores the choice on this device. The choice replaces any language in the address. */
  choose(language: Language): void {
    storeLanguage(language);
    const address = new URL(this.window?.location.href ?? '/');
    address.searchParams.delete('lang');
    this.window?.history.replaceState(null, '', address);
    this.window?.location.reload();
  }

  /**
   * Applies the account's language at sign-in and at each page load. A language in the address and the
   * pseudo-locale take precedence.
   */
  applyAccountLanguage(language: Language | null): void {
    const current = chosenLanguage();
    if (language === null || current === language || current === PSEUDO_LOCALE) return;
    // Reloads only if the next page load will find the language. Otherwise, the page would reload forever.
    if (storeLanguage(language) && chosenLanguage() === language) this.window?.location.reload();
  }
}
