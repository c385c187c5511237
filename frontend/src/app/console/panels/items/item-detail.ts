import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { type Claim, type Item, MAX_UNITS_PER_ITEM } from '@sellary/contracts';
import { awardRequestTo } from '../../../api/award-request';
import { ActButton } from '../../../ui/act-button';
import { afterPaint } from '../../../ui/after-paint';
import { Chip } from '../../../ui/chip';
import { Icon } from '../../../ui/icon';
import { ShowMore } from '../../../ui/show-more';
import { MisclickGuard } from '../../../ui/misclick-guard';
import { KeyHint } from '../../keys/key-hint';
import { DrawnRows } from '../../list/drawn-rows';
import { labels } from '../labels';
import { ConsoleActs } from '../../acts/console-acts';
import { buyerName } from '../../../ui/buyer-name';
import { ConsoleStore } from '../../state/console-store';
import { Drawer } from '../../state/drawer';
import { positionOf, winnersOf } from '../../state/claim-positions';
import { availableUnits, lineKeys, stockOf, unitsLeft } from '../../state/stock-lines';
import { PhotoActs } from '../../../shows/photo-acts';
import { PhotoCell } from '../../../shows/photo-cell';
import { isWithdrawn, itemWord } from '../../../shows/claim-status-words';
import { Awarding } from './awarding';
import { ItemTimeline } from './item-timeline';

const INITIAL_WINNERS = 60;
const MAX_LINE_CLAIMS = 20;

/** Shows one item with its winners, its line, its history, and its buttons. */
@Component({
  selector: 'app-item-detail',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ActButton, Chip, Icon, KeyHint, MisclickGuard, ItemTimeline, PhotoCell, DrawnRows, ShowMore],
  templateUrl: './item-detail.html',
  host: { class: 'block', role: 'region', '[attr.aria-label]': 'label()' },
})
export class ItemDetail {
  protected readonly store = inject(ConsoleStore);
  protected readonly acts = inject(ConsoleActs);
  protected readonly drawer = inject(Drawer);
  protected readonly awarding = inject(Awarding);
  readonly item = input.required<Item>();

  protected readonly label = computed(
    () => $localize`:@@console.item.label:Item ${this.item().itemNumber}:number:`,
  );
  protected readonly noUnitLeft = $localize`:@@console.item.no-unit-left:No units are left to award`;
  protected readonly nameOf = buyerName;
  protected readonly labels = labels;
  protected readonly maxUnits = MAX_UNITS_PER_ITEM;
  protected readonly word = computed(() => itemWord(this.item()));
  protected readonly isWithdrawn = computed(() => isWithdrawn(this.item()));
  protected readonly availableUnits = computed(() => availableUnits(this.item()));
  /** Seq of the withdrawal or restore that the button offers to undo, or null if there is none. */
  protected readonly saleUndoSeq = computed(() => this.acts.undoableSeq(`sale-${this.item().id}`));
  protected readonly isShowing = computed(() => this.store.state()?.show.nowShowingItemId === this.item().id);
  protected readonly busy = computed(() => this.acts.busy(this.item().id));
  protected readonly refusal = computed(() => this.acts.refusal(this.item().id));
  private readonly currentClaims = computed(() => {
    const { id } = this.item();
    const winners = winnersOf(this.store.state(), this.item());
    const released = this.claims(this.acts.recentObjectKeys()).filter(
      ({ itemId, status }) => itemId === id && status === 'released',
    );
    return { winners, released };
  });
  /**
   * The winners, with claims just released still in their places, so that no other Release button moves under
   * the pointer.
   */
  protected readonly winners = linkedSignal<ReturnType<typeof this.currentClaims>, Claim[]>({
    source: this.currentClaims,
    computation: ({ winners, released }, before) => {
      const byId = new Map([...winners, ...released].map((claim) => [claim.id, claim]));
      const kept = (before?.value ?? []).flatMap((claim) => byId.get(claim.id) ?? []);
      const keptIds = new Set(kept.map((claim) => claim.id));
      return [...kept, ...winners.filter((claim) => !keptIds.has(claim.id))];
    },
  });
  protected readonly winnerLimit = signal(INITIAL_WINNERS);
  private readonly lineIds = computed(() =>
    lineKeys(this.item()).flatMap((key) => this.store.state()?.waiting.get(key) ?? []),
  );
  protected readonly lineClaims = computed(() => this.claims(this.lineIds().slice(0, MAX_LINE_CLAIMS)));
  protected readonly moreWaiting = computed(() => Math.max(0, this.lineIds().length - MAX_LINE_CLAIMS));

  protected readonly leftOf = unitsLeft;
  /** Name of the variant whose code was scanned. */
  protected readonly scannedVariant = computed(() => {
    const view = this.drawer.view();
    return view?.kind === 'item' && view.id === this.item().id ? view.variant : undefined;
  });

  protected position(claim: Claim): number | null {
    return positionOf(this.store.state(), claim.id);
  }

  protected leftFor({ variant }: Claim): number {
    return unitsLeft(stockOf(this.item(), variant));
  }

  protected addUnits(variant: string, by: 1 | -1): void {
    const variants = (this.item().variants ?? []).map(({ name, totalQuantity }) => ({
      name,
      totalQuantity: name === variant ? totalQuantity + by : totalQuantity,
    }));
    void this.acts.setVariants(this.item(), variants);
  }

  private claims(ids: readonly string[]): Claim[] {
    const state = this.store.state();
    return ids.flatMap((id) => state?.claims.get(id) ?? []);
  }

  /** Id of the item whose long lists are drawn, one frame after its buttons. */
  protected readonly listedItemId = afterPaint(() => this.item().id, '');

  private readonly photos = inject(PhotoActs);
  protected readonly savingPhoto = signal(false);
  /** Changes the photo. The updated item arrives as a show event. */
  protected readonly changePhoto = async (item: Item, file: Blob | null): Promise<void> => {
    const showId = this.store.showId();
    this.savingPhoto.set(true);
    await (file === null ? this.photos.remove(showId, item) : this.photos.save(showId, item, file));
    this.savingPhoto.set(false);
  };

  protected toggleWithdrawn(): void {
    const seq = this.saleUndoSeq();
    if (seq === null) void this.acts.setWithdrawn(this.item(), !this.isWithdrawn());
    else void this.acts.undoBySeq(seq);
  }

  protected async changeUnits(box: HTMLInputElement): Promise<void> {
    const units = box.valueAsNumber;
    const shouldSave = box.validity.valid && units !== this.item().totalQuantity;
    if (shouldSave && (await this.acts.setQuantity(this.item(), units))) return;
    box.value = `${this.item().totalQuantity}`;
  }

  /** Seq of the act that a just-released claim's row offers to undo, or null if there is none. */
  protected undoOf({ id, status }: Claim): number | null {
    return status === 'winner' ? null : this.acts.undoableSeq(id);
  }

  /** True after a release was undone, until the claim is a winner again. */
  protected isUndone(claim: Claim): boolean {
    return claim.status !== 'winner' && this.undoOf(claim) === null;
  }

  protected releaseOrUndo(claim: Claim): void {
    const seq = this.undoOf(claim);
    if (seq === null) void this.acts.release(claim);
    else void this.acts.undoBySeq(seq);
  }

  protected awardTo(claim: Claim): void {
    void this.acts.award(this.item(), awardRequestTo(claim.buyer, claim.variant));
  }
}
