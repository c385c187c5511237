import { Injectable, effect, signal } from '@angular/core';
import type { IconName } from './icons';

const SCHEMES = ['system', 'light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

export const SCHEME_CHOICES: readonly { value: Scheme; name: string; icon: IconName }[] = [
  { value: 'system', name: $localize`:@@shell.scheme.system:Same as device`, icon: 'contrast' },
  { value: 'light', name: $localize`:@@shell.scheme.light:Light`, icon: 'light_mode' },
  { value: 'dark', name: $localize`:@@shell.scheme.dark:Dark`, icon: 'dark_mode' },
];

const KEY = 'sellary.scheme';

/** The color scheme. It follows the device until the user chooses a scheme for this device. */
@Injectable({ providedIn: 'root' })
export class ColorScheme {
  readonly scheme = signal<Scheme>(storedScheme());

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
      // If storage is blocked, the choice lasts until the page is reloaded or closed.
    }
  }
}

function storedScheme(): Scheme {
  try {
    const value = localStorage.getItem(KEY);
    return SCHEMES.find((scheme) => scheme === value) ?? 'system';
  } catch {
    return 'system';
  }
}
