import { DestroyRef, Injectable, computed, effect, inject, untracked } from '@angular/core';
import { NeedsAttention } from '../state/needs-attention';
import { ConsoleStore } from '../state/console-store';
import { NEEDS_EVERY_MS, Sounds, TROUBLE_EVERY_MS } from './sounds';

/**
 * Plays a sound for a problem until the operator presses something, for a new decision, and when the item on
 * show sells out.
 */
@Injectable()
export class ConsoleSounds {
  private readonly store = inject(ConsoleStore);
  private readonly attention = inject(NeedsAttention);
  private readonly sounds = inject(Sounds);
  /** One word for each problem. */
  private readonly troubles = computed(() =>
    [...(this.store.health().tone === 'bad' ? ['link'] : []), ...this.attention.problems()].join(' '),
  );
  private readonly left = computed(() => {
    const item = this.store.showing();
    return item ? { id: item.id, left: item.totalQuantity - item.claimedCount } : null;
  });
  private repeating: ReturnType<typeof setInterval> | undefined;
  private needsAt = Number.NEGATIVE_INFINITY;
  private needs = 0;
  private known: readonly string[] = [];
  private before: { id: string; left: number } | null = null;

  constructor() {
    effect(() => {
      const troubles = this.troubles().split(' ').filter(Boolean);
      untracked(() => this.onTroubles(troubles));
    });
    effect(() => {
      const needs = this.attention.count();
      untracked(() => this.onNeeds(needs));
    });
    effect(() => {
      const now = this.left();
      untracked(() => this.soldOut(now));
    });
    const seen = (): void => this.seen();
    document.addEventListener('pointerdown', seen);
    document.addEventListener('keydown', seen);
    inject(DestroyRef).onDestroy(() => {
      this.seen();
      document.removeEventListener('pointerdown', seen);
      document.removeEventListener('keydown', seen);
    });
  }

  private onTroubles(troubles: readonly string[]): void {
    const isNew = troubles.some((trouble) => !this.known.includes(trouble));
    this.known = troubles;
    if (isNew) this.repeat();
    else if (troubles.length === 0) this.seen();
  }

  private repeat(): void {
    this.sounds.play('trouble');
    clearInterval(this.repeating);
    this.repeating = setInterval(() => this.sounds.play('trouble'), TROUBLE_EVERY_MS);
  }

  private seen(): void {
    clearInterval(this.repeating);
  }

  private onNeeds(needs: number): void {
    const more = needs > this.needs;
    this.needs = needs;
    if (!more || performance.now() - this.needsAt < NEEDS_EVERY_MS) return;
    this.needsAt = performance.now();
    this.sounds.play('needs');
  }

  private soldOut(now: { id: string; left: number } | null): void {
    const { before } = this;
    this.before = now;
    if (now && before?.id === now.id && before.left > 0 && now.left <= 0) this.sounds.play('sold');
  }
}
