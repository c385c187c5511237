import { Injectable, Injector, afterNextRender, computed, inject, signal } from '@angular/core';
import type { Claim, Comment } from '@sellary/contracts';

/** What the drawer shows. A `claim` or a `comment` answers why it came to what it did. */
export type DrawerView =
  | { kind: 'item'; id: string }
  | { kind: 'claim'; id: string; claim?: Claim }
  | { kind: 'comment'; id: string; comment: Comment }
  | { kind: 'buyer'; id: string; handle: string };

/** The one drawer of the console: any panel may open something in it, and back leads to what was open before. */
@Injectable()
export class Drawer {
  private readonly injector = inject(Injector);
  private readonly stack = signal<readonly DrawerView[]>([]);
  readonly view = computed(() => this.stack().at(-1) ?? null);
  readonly hasBack = computed(() => this.stack().length > 1);
  readonly itemId = computed(() => {
    const view = this.view();
    return view?.kind === 'item' ? view.id : null;
  });
  /** Somebody asked for what is open by name, and works there from now on. */
  readonly entering = signal(false);
  private opener: Element | null = null;
  private openerKey: string | undefined;

  /** From within the drawer the way back is kept; from a panel a new way begins. */
  open(view: DrawerView, from: 'panel' | 'drawer' = 'panel'): void {
    if (this.stack().length === 0) {
      this.opener = document.activeElement;
      this.openerKey = rowOf(this.opener);
    }
    const before = this.view();
    if (before && before.kind === view.kind && before.id === view.id) return;
    this.stack.update((stack) => (from === 'drawer' ? [...stack, view].slice(-12) : [view]));
  }

  /**
   * Opens a view and moves the focus into it. The row that had the focus loses it at once: a key pressed before the drawer is drawn
   * would otherwise act on that row.
   */
  enter(view: DrawerView): void {
    this.open(view);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    this.entering.set(true);
  }

  back(): void {
    if (this.hasBack()) this.stack.update((stack) => stack.slice(0, -1));
    else this.close();
  }

  /** The focus goes back to where it came from, so that a keyboard stays in its place. */
  close(): void {
    if (this.stack().length === 0) return;
    this.stack.set([]);
    const { opener, openerKey } = this;
    this.opener = null;
    // A list draws its rows with what others were drawn with: the same element may be about somebody else by now.
    if (!(opener instanceof HTMLElement)) return;
    const goBack = (): void => {
      if (opener.isConnected && rowOf(opener) === openerKey) opener.focus({ preventScroll: true });
    };
    goBack();
    // What the drawer covered cannot take the focus before it is drawn again.
    if (document.activeElement !== opener) afterNextRender(goBack, { injector: this.injector });
  }
}

function rowOf(element: Element | null): string | undefined {
  return element?.closest<HTMLElement>('[data-key]')?.dataset['key'];
}
