import { Injectable, effect, signal } from '@angular/core';

export const SCHEMES = ['system', 'light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

const KEY = 'sellary.scheme';

/** Light or dark: the device's own choice until someone makes one here, kept for this device. */
@Injectable({ providedIn: 'root' })
export class ColorScheme {
  readonly scheme = signal<Scheme>(stored());

  constructor() {
    effect(() => {
      const scheme = this.scheme();
      if (scheme === 'system') delete document.documentElement.dataset['scheme'];
      else document.documentElement.dataset['scheme'] = scheme;
    });
  }

  choose(scheme: Scheme): void {
    this.scheme.set(scheme);
    try {
      localStorage.setItem(KEY, scheme);
    } catch {
      // Storage may be blocked: the choice then lasts as long as the page.
    }
  }
}

function stored(): Scheme {
  try {
    const kept = localStorage.getItem(KEY);
    return SCHEMES.find((scheme) => scheme === kept) ?? 'system';
  } catch {
    return 'system';
  }
}
