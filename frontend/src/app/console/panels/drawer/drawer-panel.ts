import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  afterRenderEffect,
  computed,
  inject,
  viewChild,
} from '@angular/core';
import { Icon } from '../../../ui/icon';
import { buyerName } from '../../../ui/buyer-name';
import { numberOf } from '../../state/stock-lines';
import { ConsoleStore } from '../../state/console-store';
import { Drawer } from '../../state/drawer';
import { LazyDetails } from './lazy-details';

/** Shows the drawer's current view under a heading with Back and Close. */
@Component({
  selector: 'app-drawer-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, LazyDetails],
  template: `
    <div class="flex h-11 flex-none items-center gap-1 border-b border-line pr-1 pl-3">
      @if (drawer.hasBack()) {
        <button
          type="button"
          class="act act-quiet act-icon -ml-2"
          i18n-aria-label="@@console.drawer.back"
          aria-label="Back"
          (click)="drawer.back()"
        >
          <app-icon name="arrow_back" />
        </button>
      }
      <h2 id="drawer-title" class="min-w-0 flex-1 truncate">{{ heading() }}</h2>
      <button
        type="button"
        class="act act-quiet act-icon"
        i18n-aria-label="@@console.drawer.close"
        aria-label="Close details"
        (click)="drawer.close()"
      >
        <app-icon name="close" />
      </button>
    </div>
    <div
      #body
      class="min-h-0 flex-1 overflow-y-auto overscroll-contain bg-ground pt-3"
      tabindex="0"
      role="region"
      aria-labelledby="drawer-title"
    >
      @if (item() || claim() || comment() || buyer()) {
        <app-lazy-details [item]="item()" [claim]="claim()" [comment]="comment()" [buyer]="buyer()" />
      } @else {
        <p class="px-3 text-soft" i18n="@@console.drawer.gone">This is no longer part of the show.</p>
      }
    </div>
  `,
  host: { class: 'flex min-h-0 flex-1 flex-col' },
})
export class DrawerPanel {
  protected readonly drawer = inject(Drawer);
  private readonly store = inject(ConsoleStore);
  protected readonly item = computed(() => this.store.state()?.items.get(this.drawer.itemId() ?? '') ?? null);
  protected readonly claim = computed(() => {
    const view = this.drawer.view();
    return view?.kind === 'claim' ? (this.store.state()?.claims.get(view.id) ?? view.claim ?? null) : null;
  });
  protected readonly comment = computed(() => {
    const view = this.drawer.view();
    if (view?.kind !== 'comment') return null;
    return this.store.state()?.comments.find(({ id }) => id === view.id) ?? view.comment;
  });
  protected readonly buyer = computed(() => {
    const view = this.drawer.view();
    return view?.kind === 'buyer' ? view.buyer : null;
  });
  protected readonly heading = computed(() => {
    const item = this.item();
    if (item) return `#${item.itemNumber} ${item.title ?? ''}`.trim();
    const claim = this.claim();
    if (claim) {
      return $localize`:@@console.drawer.claim:Why: ${buyerName(claim.buyer)}:buyer: on #${numberOf(claim)}:number:`;
    }
    const comment = this.comment();
    if (comment) {
      return $localize`:@@console.drawer.comment:Why: comment by ${buyerName(comment.buyer)}:buyer:`;
    }
    const buyer = this.buyer();
    return buyer ? buyerName(buyer) : $localize`:@@console.drawer.gone-title:Not found`;
  });

  private readonly body = viewChild.required<ElementRef<HTMLElement>>('body');

  constructor() {
    afterRenderEffect(() => {
      if (!this.drawer.willTakeFocus()) return;
      this.drawer.willTakeFocus.set(false);
      this.body().nativeElement.focus({ preventScroll: true });
    });
  }
}
