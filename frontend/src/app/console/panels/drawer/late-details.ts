import { NgComponentOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  Injectable,
  type Type,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import type { Buyer, Claim, Comment, Item } from '@sellary/contracts';

/** The code of the details, which is loaded when it is needed first. */
@Injectable({ providedIn: 'root' })
export class DetailsCode {
  readonly component = signal<Type<unknown> | null>(null);
  readonly failed = signal(false);

  async load(): Promise<void> {
    if (this.component() !== null) return;
    try {
      this.component.set((await import('./details')).Details);
      this.failed.set(false);
    } catch {
      this.failed.set(true);
    }
  }
}

/** Shows the details of what is set, when their code is there. */
@Component({
  selector: 'app-late-details',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [NgComponentOutlet],
  template: `
    @if (code.component(); as details) {
      <ng-container *ngComponentOutlet="details; inputs: shown()" />
    } @else if (code.failed()) {
      <p class="px-3 text-bad" role="alert" i18n="@@console.drawer.failed">
        These details could not be loaded. Reload the page.
      </p>
    } @else {
      <span class="skeleton mx-3 block h-40"></span>
    }
  `,
  host: { class: 'block' },
})
export class LateDetails {
  readonly item = input<Item | null>(null);
  readonly claim = input<Claim | null>(null);
  readonly comment = input<Comment | null>(null);
  readonly buyer = input<Buyer | null>(null);
  protected readonly code = inject(DetailsCode);
  protected readonly shown = computed(() => ({
    item: this.item(),
    claim: this.claim(),
    comment: this.comment(),
    buyer: this.buyer(),
  }));

  constructor() {
    void this.code.load();
  }
}
