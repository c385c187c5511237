import { Injectable, inject } from '@angular/core';
import type { Claim, Item } from '@sellary/contracts';
import { isWithdrawn } from '../../shows/claim-status-words';
import { findByCode, type FoundItem } from '../../shows/item-code';
import { itemKey } from '../../shows/item-key';
import { LazyDialogs } from '../../ui/lazy-dialogs';
import { Notices } from '../../ui/notices';
import { IGNORED_CLICKS_MS } from '../../ui/misclick-guard';
import type { ClaimFeed } from '../panels/claims/claim-feed';
import type { CommentStream } from '../panels/comments/comment-stream';
import { ConsoleActs } from '../acts/console-acts';
import { ConsoleDialogs } from '../acts/console-dialogs';
import { ConsoleStore } from '../state/console-store';
import { itemsInOrder } from '../state/show-state';
import { Sounds } from '../sounds/sounds';
import { Drawer } from '../state/drawer';
import { Awarding } from '../panels/items/awarding';
import type { ItemPanel } from '../panels/items/item-panel';
import type { NeedsYou } from '../panels/needs/needs-you';
import type { NowLine } from '../panels/strip/now-line';
import type { KeyTarget } from './hotkeys';
import { unavailableText } from './unavailable-commands';
import { type CommandId, Keymap, keyName } from './keymap';

export type PanelName = 'items' | 'claims' | 'comments' | 'needs';

/** The panels currently on the screen. */
export interface Panels {
  items(): ItemPanel | undefined;
  claims(): ClaimFeed | undefined;
  comments(): CommentStream | undefined;
  needs(): NeedsYou | undefined;
  now(): NowLine | undefined;
  /** Brings a panel into view and focuses it. */
  goTo(panel: PanelName, then?: 'search'): void;
}

/**
 * A quick second press of these keys is ignored, because it would act on another buyer or reverse the first
 * press. `accept` is not included, so that `y y y` accepts three rows.
 */
const NO_DOUBLE_PRESS: ReadonlySet<CommandId> = new Set(['release', 'first', 'withdraw', 'undo']);

/**
 * Runs a key's command on the focused row, or else on the open entry, or else on the current item. Withdrawing
 * needs a focused row or an open entry, because the show continues with the current item.
 */
@Injectable()
export class ConsoleKeys implements KeyTarget {
  private readonly store = inject(ConsoleStore);
  private readonly acts = inject(ConsoleActs);
  private readonly drawer = inject(Drawer);
  private readonly awarding = inject(Awarding);
  private readonly sounds = inject(Sounds);
  private readonly notices = inject(Notices);
  private readonly dialogs = inject(ConsoleDialogs);
  private readonly lazyDialogs = inject(LazyDialogs);
  private readonly keymap = inject(Keymap);
  private panels: Panels | null = null;
  private lastPress: { id: CommandId; at: number } | null = null;

  connect(panels: Panels): void {
    this.panels = panels;
  }

  run(id: CommandId): void {
    if (this.lazyDialogs.isOpen) return;
    const { lastPress } = this;
    const at = performance.now();
    this.lastPress = { id, at };
    if (lastPress?.id === id && at - lastPress.at < IGNORED_CLICKS_MS && NO_DOUBLE_PRESS.has(id)) return;
    this.runIfAvailable(id);
  }

  private runIfAvailable(id: CommandId): void {
    const reason = unavailableText(this.store.state()?.show.status, id);
    if (reason === null) this.commands[id]();
    else this.notices.show(reason);
  }

  goToItem(number: string): void {
    this.open(
      this.findItem(number),
      $localize`:@@console.keys.no-item:This show has no item ${number}:number:.`,
    );
  }

  goToCode(code: string): void {
    this.open(
      this.findItem(code),
      $localize`:@@console.award.unknown-code:No item in this show has the code ${code}:code:.`,
    );
  }

  private open(found: FoundItem<Item> | null, notFoundText: string): void {
    if (found === null) this.notices.show(notFoundText);
    else {
      const { item, variant } = found;
      this.drawer.enter({ kind: 'item', id: item.id, ...(variant !== undefined && { variant }) });
    }
  }

  /** Closes the drawer. If it is not open, clears the search of the list that has the focus. */
  escape(): void {
    const { panels } = this;
    if (this.drawer.view() !== null) this.drawer.close();
    else {
      [panels?.claims(), panels?.comments(), panels?.items()]
        .find((panel) => panel?.rowFocus?.hasFocus())
        ?.clearSearch();
    }
  }

  find(): void {
    void this.dialogs.askPalette().then((choice) => {
      switch (choice?.kind) {
        case 'command':
          // Not `run()`, because the palette may still count as open.
          this.runIfAvailable(choice.id);
          break;
        case 'item':
          this.drawer.enter({ kind: 'item', id: choice.item.id });
          break;
        case 'buyer':
          this.drawer.enter({ kind: 'buyer', id: choice.buyer.id, buyer: choice.buyer });
          break;
        case undefined:
      }
    });
  }

  private readonly commands: Record<CommandId, () => void> = {
    search: () => this.panels?.goTo('claims', 'search'),
    add: () => void this.dialogs.quickAdd(),
    show: () => this.withItem((item) => void this.acts.showNow(item)),
    next: () => this.panels?.now()?.step(1),
    previous: () => this.panels?.now()?.step(-1),
    down: () => this.move(1),
    up: () => this.move(-1),
    items: () => this.panels?.goTo('items'),
    feed: () => this.panels?.goTo('claims'),
    comments: () => this.panels?.goTo('comments'),
    needs: () => this.panels?.goTo('needs'),
    accept: () =>
      this.panels?.needs()?.accept() ||
      this.notices.show(
        $localize`:@@console.keys.nothing-to-accept:Select an entry in Needs you that can be accepted.`,
      ),
    dismiss: () =>
      this.panels?.needs()?.dismiss() ||
      this.notices.show($localize`:@@console.keys.cannot-dismiss:This entry cannot be dismissed.`),
    edit: () =>
      this.panels?.needs()?.edit() ||
      this.notices.show(
        $localize`:@@console.keys.nothing-to-edit:Select a comment in Needs you that can be edited.`,
      ),
    release: () => this.withClaim((claim) => void this.acts.release(claim)),
    first: () => this.withItem((item) => this.awarding.awardToFirst(item)),
    award: () => this.withItem((item) => this.awarding.openDialog(item)),
    withdraw: () => this.withdrawOrRestore(),
    undo: () => void this.acts.undoLast(),
    pause: () => this.pauseOrResume(),
    buyer: () => this.openBuyer(),
    mute: () => this.mute(),
    note: () => void this.dialogs.editHostNote(),
    help: () => this.dialogs.showKeys(),
  };

  private move(by: number): void {
    const { panels } = this;
    const all = [panels?.items(), panels?.comments(), panels?.needs(), panels?.claims()];
    const focused = all.find((panel) => panel?.rowFocus?.hasFocus());
    (focused ?? panels?.claims() ?? panels?.needs() ?? panels?.items())?.rowFocus?.move(by);
  }

  private mute(): void {
    if (this.sounds.on()) this.sounds.toggleMute();
    else {
      this.notices.show(
        $localize`:@@console.keys.sounds-off:Sounds are off. The speaker button at the top turns them on.`,
      );
    }
  }

  private pauseOrResume(): void {
    const status = this.store.state()?.show.status;
    if (status === 'active') void this.acts.pause();
    else if (status === 'paused') void this.acts.resume();
  }

  private withClaim(act: (claim: Claim) => void): void {
    const claim = this.selectedClaim();
    if (!claim) {
      this.notices.show(this.withSelectKeys($localize`:@@console.keys.no-claim:No claim is selected.`));
    } else if (claim.status === 'released') {
      this.notices.show($localize`:@@console.keys.already-released:This claim is already released.`);
    } else if (claim.status === 'passed') {
      this.notices.show($localize`:@@console.keys.already-passed:The buyer already passed on this item.`);
    } else act(claim);
  }

  private withSelectKeys(text: string): string {
    if (!this.keymap.isOn()) return text;
    const [down, up] = (['down', 'up'] as const).map((id) => keyName(this.keymap.keysOf(id)));
    return `${text} ${$localize`:@@console.keys.select:Press ${down}:down: or ${up}:up: to select a claim or comment.`}`;
  }

  private selectedClaim(): Claim | null {
    const state = this.store.state();
    const view = this.drawer.view();
    const id =
      this.panels?.claims()?.active()?.claimId ??
      this.panels?.comments()?.rowFocus?.active()?.claimId ??
      (view?.kind === 'claim' ? view.id : null);
    return (id && state?.claims.get(id)) || null;
  }

  private withItem(act: (item: Item) => void): void {
    const item = this.selectedItem() ?? this.store.currentItem();
    if (item) act(item);
    else this.notices.show($localize`:@@console.keys.no-item-selected:No item is selected.`);
  }

  private withdrawOrRestore(): void {
    const item = this.selectedItem();
    if (item) void this.acts.setWithdrawn(item, !isWithdrawn(item));
    else {
      this.notices.show(
        $localize`:@@console.keys.nothing-to-withdraw:Select the item that you want to withdraw or restore.`,
      );
    }
  }

  private selectedItem(): Item | null {
    const focused = this.panels?.items()?.rowFocus.active() ?? null;
    const id =
      this.panels?.claims()?.active()?.itemId ?? this.drawer.itemId() ?? this.selectedClaim()?.itemId;
    return focused ?? this.store.state()?.items.get(id ?? '') ?? null;
  }

  private openBuyer(): void {
    const row = this.panels?.claims()?.active();
    const comment = this.panels?.comments()?.rowFocus?.active();
    const buyer = this.selectedClaim()?.buyer ?? comment?.buyer ?? row?.buyer;
    if (buyer) this.drawer.open({ kind: 'buyer', id: buyer.id, buyer });
    else {
      this.notices.show(this.withSelectKeys($localize`:@@console.keys.nothing-selected:Nothing selected.`));
    }
  }

  /** Finds an item by number, or an item or variant by code. */
  private findItem(numberOrCode: string): FoundItem<Item> | null {
    const key = itemKey(numberOrCode);
    const state = this.store.state();
    const items = state ? itemsInOrder(state) : [];
    const item = items.find(({ itemNumber }) => itemKey(itemNumber) === key);
    return item === undefined ? findByCode(items, numberOrCode) : { item };
  }
}
