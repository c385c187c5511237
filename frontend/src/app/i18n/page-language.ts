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
   * Follows the language of the account that has just signed in. An address with its own language, and
   * the pseudo-locale, stay.
   */
  follow(ofAccount: Language | null): void {
    const before = chosenLanguage();
    if (ofAccount === null || before === ofAccount || before === PSEUDO_LOCALE) return;
    // Reloads only for a language that the next start finds: a browser that stores nothing would reload
    // forever.
    if (storeLanguage(ofAccount) && chosenLanguage() === ofAccount) this.window?.location.reload();
  }
}
