import { DestroyRef, Injectable, computed, effect, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { NeedsAttention } from '../state/needs-attention';
import { ConsoleStore } from '../state/console-store';

const BRAND = '#c8324b';

/**
 * Shows the number of open decisions in the browser tab's title and icon, for operators who are working in
 * another tab. Shows `!` instead if no heartbeat has arrived for 15 seconds.
 */
@Injectable()
export class TabBadge {
  private readonly attention = inject(NeedsAttention);
  private readonly store = inject(ConsoleStore);
  private readonly title = inject(Title);
  private readonly iconLink = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  private readonly plainIcon = this.iconLink?.href ?? '';

  private readonly badge = computed(() => {
    const count = this.attention.count();
    if (this.store.health().tone === 'bad') return '!';
    return count > 99 ? '99' : count > 0 ? `${count}` : '';
  });
  private readonly text = computed(() => {
    const name = this.store.state()?.show.name;
    const badge = this.badge();
    return name ? `${badge ? `(${badge}) ` : ''}${name} · Sellary` : null;
  });

  constructor() {
    effect(() => {
      const text = this.text();
      if (text) this.title.setTitle(text);
    });
    effect(() => {
      const badge = this.badge();
      if (this.iconLink) this.iconLink.href = badge ? badgeIcon(badge) : this.plainIcon;
    });
    inject(DestroyRef).onDestroy(() => this.iconLink && (this.iconLink.href = this.plainIcon));
  }
}

function badgeIcon(text: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${BRAND}"/><text x="16" y="23" font-family="sans-serif" font-weight="700" font-size="${text.length > 1 ? 17 : 21}" text-anchor="middle" fill="#fff">${text}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
