import { ChangeDetectionStrategy, Component, DOCUMENT, Injectable, inject, input } from '@angular/core';
import type { IconName } from './icons';

/**
 * Adds all icon drawings to the page once. List rows only reference them, which is much cheaper than drawing
 * them again. Loaded with the first icon, because the sign-in page has none.
 */
@Injectable({ providedIn: 'root' })
class IconSheet {
  private readonly document = inject(DOCUMENT);

  constructor() {
    void import('./icons').then(({ ICONS }) => this.add(ICONS));
  }

  private add(icons: Readonly<Record<string, string>>): void {
    const sheet = this.document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    sheet.style.display = 'none';
    sheet.setAttribute('aria-hidden', 'true');
    // The markup comes from the icon package at build time, never from data.
    sheet.innerHTML = Object.entries(icons)
      .map(
        ([name, svg]) =>
          `<symbol id="icon-${name}"${/ viewBox="[^"]*"/.exec(svg)?.[0] ?? ''}>${svg.replace(/^<svg[^>]*>|<\/svg>$/g, '')}</symbol>`,
      )
      .join('');
    this.document.body.append(sheet);
  }
}

/**
 * A Material Symbol drawn in the text color. It is always beside a word or inside a labeled control, so it is
 * hidden from screen readers.
 */
@Component({
  selector: 'app-icon',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<svg><use [attr.href]="'#icon-' + name()" /></svg>`,
  host: { 'aria-hidden': 'true' },
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      width: 1.25rem;
      height: 1.25rem;
    }
    svg {
      width: 100%;
      height: 100%;
      fill: currentColor;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();

  constructor() {
    inject(IconSheet);
  }
}
