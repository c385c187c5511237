import { DOCUMENT, Injectable, inject } from '@angular/core';
import type { Language } from '@sellary/contracts';
import { chosenLanguage, PSEUDO_LOCALE, storeLanguage } from './language';

/** Changes the language of the page, which is opened again for it: texts are read once, at the start. */
@Injectable({ providedIn: 'root' })
export class PageLanguage {
  private readonly window = inject(DOCUMENT).defaultView;

  /** Stores the choice on this device. A language in the address gives way to it. */
  choose(language: Language): void {
    storeLanguage(language);
    const address = new URL(this.window?.location.href ?? '/');
    address.searchParams.delete('lang');
    this.window?.history.replaceState(null, '', address);
    this.window?.location.reload();
  }

  /**
   * Follows the language of the account that has just signed in. An address with a language of its own, and
   * the pseudo-locale, stay.
   */
  follow(ofAccount: Language | null): void {
    const before = chosenLanguage();
    if (ofAccount === null || before === ofAccount || before === PSEUDO_LOCALE) return;
    // Reloads only for a language that the next start finds: a browser that stores nothing would reload for
    // ever.
    if (storeLanguage(ofAccount) && chosenLanguage() === ofAccount) this.window?.location.reload();
  }
}
