import { DOCUMENT, Injectable, inject } from '@angular/core';
import type { Language } from '@sellary/contracts';
import { chosenLanguage, PSEUDO_LOCALE, storeLanguage } from './language';

/** Changes the language of the page by reloading it, because texts are read only once, at startup. */
@Injectable({ providedIn: 'root' })
export class PageLanguage {
  private readonly window = inject(DOCUMENT).defaultView;

  /** Stores the choice on this device. It replaces a language in the address. */
  choose(language: Language): void {
    storeLanguage(language);
    const address = new URL(this.window?.location.href ?? '/');
    address.searchParams.delete('lang');
    this.window?.history.replaceState(null, '', address);
    this.window?.location.reload();
  }

  /**
   * Applies the language of the account at sign-in and at each page load. A language in the address and the
   * pseudo-locale take precedence.
   */
  applyAccountLanguage(language: Language | null): void {
    const current = chosenLanguage();
    if (language === null || current === language || current === PSEUDO_LOCALE) return;
    // Reloads only for a language that the next start finds. Otherwise, the page would reload forever.
    if (storeLanguage(language) && chosenLanguage() === language) this.window?.location.reload();
  }
}
