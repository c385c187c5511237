import { Injectable, Injector, afterNextRender, computed, inject, signal } from '@angular/core';
import type { Buyer, Claim, Comment } from '@sellary/contracts';

/** The content of the drawer. For a claim or a comment, it explains the outcome. */
type DrawerView =
  | { kind: 'item'; id: string; /** The variant whose code was scanned. */ variant?: string }
  | { kind: 'claim'; id: string; claim?: Claim }
  | { kind: 'comment'; id: string; comment: Comment }
  | { kind: 'buyer'; id: string; buyer: Buyer };

/** The console's drawer. Any panel may open a view in it, and Back returns to the previous view. */
@Injectable()
export class Drawer {
  private readonly injector = inject(Injector);
  private readonly stack = signal<readonly DrawerView[]>([]);
  readonly view = computed(() => this.stack().at(-1) ?? null);
  /** The open view in presence notation, or null if nothing is open. */
  readonly presence = computed(() => {
    const view = this.view();
    return view && `${view.kind}:${view.id}`;
  });
  readonly hasBack = computed(() => this.stack().length > 1);
  readonly itemId = computed(() => {
    const view = this.view();
    return view?.kind === 'item' ? view.id : null;
  });
  /** True while the drawer is about to take the focus. */
  readonly willTakeFocus = signal(false);
  private opener: Element | null = null;
  private openerKey: string | undefined;

  /**
   * Opens a view. If opened from the drawer, Back returns to the current view. If opened from a panel, the
   * history starts over.
   */
  open(view: DrawerView, from: 'panel' | 'drawer' = 'panel'): void {
    if (this.stack().length === 0) {
      this.opener = document.activeElement;
      this.openerKey = rowKeyOf(this.opener);
    }
    const current = this.view();
    if (current && current.kind === view.kind && current.id === view.id) {
      if (view.kind === 'item') this.stack.update((stack) => [...stack.slice(0, -1), view]);
      return;
    }
    this.stack.update((stack) => (from === 'drawer' ? [...stack, view].slice(-12) : [view]));
    afterNextRender(() => this.catchFocus(), { injector: this.injector });
  }

  /**
   * Takes the focus if the drawer covers the focused element, because the page would get the focus otherwise.
   */
  private catchFocus(): void {
    const focused = document.activeElement;
    if (this.view() === null || focused === null || focused === document.body) return;
    if ('checkVisibility' in focused && !focused.checkVisibility()) this.willTakeFocus.set(true);
  }

  /**
   * Opens a view and moves the focus into it. The focused row loses the focus immediately, because a key
   * pressed before the drawer is drawn would otherwise act on that row.
   */
  enter(view: DrawerView): void {
    this.open(view);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    this.willTakeFocus.set(true);
  }

  /** Removes the views that contain a copy of an erased viewer's name or text. */
  forget(buyerIds: readonly string[]): void {
    this.stack.update((stack) => stack.filter((view) => !buyerIds.includes(copiedBuyerId(view) ?? '')));
  }

  back(): void {
    if (this.hasBack()) this.stack.update((stack) => stack.slice(0, -1));
    else this.close();
  }

  /** Closes the drawer and returns the focus to the control that opened it. */
  close(): void {
    if (this.stack().length === 0) return;
    this.stack.set([]);
    const { opener, openerKey } = this;
    this.opener = null;
    if (!(opener instanceof HTMLElement)) return;
    // A list reuses its elements, so the same element may now show another row.
    const returnFocus = (): void => {
      if (opener.isConnected && rowKeyOf(opener) === openerKey) opener.focus({ preventScroll: true });
    };
    returnFocus();
    // A covered element cannot take the focus before it is drawn again.
    if (document.activeElement !== opener) afterNextRender(returnFocus, { injector: this.injector });
  }
}

function copiedBuyerId(view: DrawerView): string | undefined {
  switch (view.kind) {
    case 'item':
      return undefined;
    case 'claim':
      return view.claim?.buyer.id;
    case 'comment':
      return view.comment.buyer.id;
    case 'buyer':
      return view.id;
  }
}

function rowKeyOf(element: Element | null): string | undefined {
  return element?.closest<HTMLElement>('[data-key]')?.dataset['key'];
}
