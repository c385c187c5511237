import { DestroyRef, Injectable, computed, effect, inject, untracked } from '@angular/core';
import { NeedsAttention } from '../state/needs-attention';
import { ConsoleStore } from '../state/console-store';
import { NEEDS_EVERY_MS, PROBLEM_EVERY_MS, Sounds } from './sounds';

/**
 * Plays a sound when a problem begins, when a new decision is waiting, and when the current item sells out.
 * The problem sound repeats until the next key press, click, or tap, or until all problems are over.
 */
@Injectable()
export class ConsoleSounds {
  private readonly store = inject(ConsoleStore);
  private readonly attention = inject(NeedsAttention);
  private readonly sounds = inject(Sounds);
  /** Problem keys as one string, so that the effect runs only if they change. */
  private readonly problems = computed(() =>
    [...(this.store.health().tone === 'bad' ? ['link'] : []), ...this.attention.problems()].join(' '),
  );
  private readonly stock = computed(() => {
    const item = this.store.currentItem();
    return item ? { id: item.id, left: item.totalQuantity - item.claimedCount } : null;
  });
  private repeatTimer: ReturnType<typeof setInterval> | undefined;
  private needsPlayedAt = Number.NEGATIVE_INFINITY;
  private lastNeedsCount = 0;
  private knownProblems: readonly string[] = [];
  private lastStock: { id: string; left: number } | null = null;

  constructor() {
    effect(() => {
      const problems = this.problems().split(' ').filter(Boolean);
      untracked(() => this.onProblems(problems));
    });
    effect(() => {
      const count = this.attention.count();
      untracked(() => this.onNeeds(count));
    });
    effect(() => {
      const stock = this.stock();
      untracked(() => this.onStock(stock));
    });
    const stopRepeating = (): void => this.stopRepeating();
    document.addEventListener('pointerdown', stopRepeating);
    document.addEventListener('keydown', stopRepeating);
    inject(DestroyRef).onDestroy(() => {
      this.stopRepeating();
      document.removeEventListener('pointerdown', stopRepeating);
      document.removeEventListener('keydown', stopRepeating);
    });
  }

  private onProblems(problems: readonly string[]): void {
    const isNew = problems.some((problem) => !this.knownProblems.includes(problem));
    this.knownProblems = problems;
    if (isNew) this.repeat();
    else if (problems.length === 0) this.stopRepeating();
  }

  private repeat(): void {
    this.sounds.play('problem');
    clearInterval(this.repeatTimer);
    this.repeatTimer = setInterval(() => this.sounds.play('problem'), PROBLEM_EVERY_MS);
  }

  private stopRepeating(): void {
    clearInterval(this.repeatTimer);
  }

  private onNeeds(count: number): void {
    const hasMore = count > this.lastNeedsCount;
    this.lastNeedsCount = count;
    if (!hasMore || performance.now() - this.needsPlayedAt < NEEDS_EVERY_MS) return;
    this.needsPlayedAt = performance.now();
    this.sounds.play('needs');
  }

  private onStock(stock: { id: string; left: number } | null): void {
    const previous = this.lastStock;
    this.lastStock = stock;
    if (stock && previous?.id === stock.id && previous.left > 0 && stock.left <= 0) this.sounds.play('sold');
  }
}
