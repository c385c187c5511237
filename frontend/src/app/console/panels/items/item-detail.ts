import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Claim, Item } from '@sellary/contracts';
import { awardRequestTo } from '../../../api/award-request';
import { afterPaint } from '../../../ui/after-paint';
import { Chip } from '../../../ui/chip';
import { Icon } from '../../../ui/icon';
import { MisclickGuard } from '../../../ui/misclick-guard';
import { KeyHint } from '../../keys/key-hint';
import { labels } from '../labels';
import { ConsoleActs } from '../../acts/console-acts';
import { buyerName } from '../../../ui/buyer-name';
import { ConsoleStore } from '../../state/console-store';
import { Drawer } from '../../state/drawer';
import { rankOf } from '../../state/standing';
import { lineKeys, stockOf, unitsLeft } from '../../state/stock-lines';
import { itemWord } from '../../../shows/claim-status-words';
import { Awarding } from './awarding';
import { ItemTimeline } from './item-timeline';

const MAX_UNITS = 30;
const WAITERS_SHOWN = 20;

/** Shows one item with its winners, its line, and its actions. */
@Component({
  selector: 'app-item-detail',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chip, Icon, KeyHint, MisclickGuard, ItemTimeline],
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
  protected readonly noUnitLeft = $localize`:@@console.item.no-unit-left:No unit is left to award`;
  protected readonly nameOf = buyerName;
  protected readonly labels = labels;
  protected readonly maxUnits = MAX_UNITS;
  protected readonly word = computed(() => itemWord(this.item()));
  protected readonly left = computed(() => this.item().totalQuantity - this.item().claimedCount);
  protected readonly showing = computed(() => this.store.state()?.show.nowShowingItemId === this.item().id);
  protected readonly held = computed(() => this.acts.busy(this.item().id));
  protected readonly refusal = computed(() => this.acts.refusal(this.item().id));
  protected readonly winners = computed(() => this.claims(this.item().winners.map(({ claimId }) => claimId)));
  private readonly line = computed(() =>
    lineKeys(this.item()).flatMap((key) => this.store.state()?.waiting.get(key) ?? []),
  );
  protected readonly waiters = computed(() => this.claims(this.line().slice(0, WAITERS_SHOWN)));
  protected readonly moreWaiting = computed(() => Math.max(0, this.line().length - WAITERS_SHOWN));

  protected readonly leftOf = unitsLeft;

  protected rank(claim: Claim): number | null {
    const state = this.store.state();
    return state && rankOf(state, claim.id);
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

  /** Id of the item whose long lists are drawn: one frame after its actions. */
  protected readonly listed = afterPaint(() => this.item().id, '');

  protected readonly lookers = computed(() => {
    const me = this.store.me()?.id;
    return this.store.operators().filter(({ id, open }) => id !== me && open === `item:${this.item().id}`);
  });

  protected awardTo(claim: Claim): void {
    void this.acts.award(this.item(), awardRequestTo(claim.buyer, claim.variant));
  }
}
