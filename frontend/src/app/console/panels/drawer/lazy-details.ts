import {
  ChangeDetectionStrategy,
  Component,
  type ComponentRef,
  Injectable,
  type Type,
  ViewContainerRef,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import type { Buyer, Claim, Comment, Item } from '@sellary/contracts';

/** Loads the details code when it is first needed. */
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

/** Shows an item, claim, comment, or buyer once the details code is loaded. */
@Component({
  selector: 'app-lazy-details',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (code.failed()) {
      <p class="px-3 text-bad" role="alert" i18n="@@console.drawer.failed">
        These details could not be loaded. Reload the page.
      </p>
    } @else if (code.component() === null) {
      <span class="skeleton mx-3 block h-40"></span>
    }
  `,
  host: { class: 'block' },
})
export class LazyDetails {
  readonly item = input<Item | null>(null);
  readonly claim = input<Claim | null>(null);
  readonly comment = input<Comment | null>(null);
  readonly buyer = input<Buyer | null>(null);
  protected readonly code = inject(DetailsCode);

  constructor() {
    void this.code.load();
    const container = inject(ViewContainerRef);
    let details: ComponentRef<unknown> | null = null;
    effect(() => {
      const component = this.code.component();
      const inputs = {
        item: this.item(),
        claim: this.claim(),
        comment: this.comment(),
        buyer: this.buyer(),
      };
      if (component === null) return;
      untracked(() => {
        details ??= container.createComponent(component);
        for (const [name, value] of Object.entries(inputs)) details.setInput(name, value);
      });
    });
  }
}
