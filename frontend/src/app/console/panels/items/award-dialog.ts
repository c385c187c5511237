import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { AwardRequest, Item } from '@sellary/contracts';
import { awardRequestTo } from '../../../api/award-request';
import { ActPause } from '../../../ui/act-button';
import { buyerName } from '../../../ui/buyer-name';
import { Combobox } from '../../../ui/combobox';
import { DIALOG_PARTS } from '../../../ui/dialog-parts';
import { IGNORED_CLICKS_MS } from '../../../ui/misclick-guard';
import { platformName } from '../../../ui/platform-names';
import { Problem } from '../../../ui/problem';
import { ScanField } from '../../../ui/scan-field';
import { unitCount } from '../../state/counts';
import type { ShowState } from '../../state/show-state';
import { unitsLeft } from '../../state/stock-lines';
import { type Viewer, viewersLike, viewersOf, viewersWithHandle } from './viewers';

export interface AwardQuestion {
  item: Item;
  left: number;
  /** The show's state when the dialog opens. Its viewers are suggested. */
  state: ShowState | null;
  /** The name typed before the item was scanned. */
  text: string;
  /** The variant whose code was scanned. */
  variant?: string;
  /**
   * Opens the dialog for the item with this code instead, and keeps the name typed so far.
   * @returns a problem, or null if an item has this code
   */
  openForCode: (code: string, text: string) => string | null;
  /** Resolves to a problem, or to null once the unit is awarded. */
  award: (request: AwardRequest) => Promise<string | null>;
}

const MAX_SUGGESTIONS = 6;

/**
 * Asks for the buyer, and suggests the show's viewers. If no known viewer of the show has the name, the
 * operator must press the button a second time. Stays open until the unit is awarded.
 */
@Component({
  selector: 'app-award-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DIALOG_PARTS, Combobox, Problem, ScanField],
  template: `
    <form (submit)="$event.preventDefault(); award()" appScanField (scanned)="openForCode($event)">
      <h2 mat-dialog-title>{{ heading }}</h2>
      <mat-dialog-content>
        @if (variants.length > 0) {
          <label class="mb-3 block">
            <span class="mb-1.5 block" i18n="Size or color of an item@@console.award.variant">Variant</span>
            <select #box class="field w-full text-ink" (change)="variant.set(box.value)">
              @for (option of variants; track option.name) {
                <option
                  [value]="option.name"
                  [disabled]="option.left <= 0"
                  [selected]="option.name === variant()"
                >
                  {{ option.name }} · {{ option.left }}
                </option>
              }
            </select>
          </label>
        }
        <app-combobox
          [label]="label"
          [maxLength]="80"
          [options]="suggestions()"
          [text]="text()"
          (textChange)="changeText($event)"
          (chosen)="choose($event)"
        >
          <ng-template #suggestion let-viewer>
            <span class="flex items-baseline gap-2"
              ><span class="font-semibold">{{ nameOf(viewer) }}</span
              ><span class="text-meta text-soft">{{ detailsOf(viewer) }}</span></span
            >
          </ng-template>
        </app-combobox>
        <p class="mt-1 text-meta text-soft">
          <span i18n="Units of the item, such as 2 units left@@console.award.left">{{ leftText }} left.</span>
          @if (question.item.waitlistCount > 0) {
            &ngsp;<span i18n="@@console.award.skips-line">This skips the buyers in line.</span>
          }
        </p>
        @if (warning(); as text) {
          <p class="mt-3 rounded-lg bg-warn-ground px-3 py-2 text-warn" role="alert">{{ text }}</p>
        }
        <app-problem class="mt-3" [text]="pause.reason() ?? problem()" />
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" [mat-dialog-close]="undefined" i18n="@@console.award.cancel">
          Cancel
        </button>
        <button matButton="filled" type="submit" [disabled]="busy() || pause.reason() !== null">
          @if (unconfirmedName() === null) {
            <span i18n="@@console.award.submit">Award 1 unit</span>
          } @else {
            <span i18n="@@console.award.anyway">Award anyway</span>
          }
        </button>
      </mat-dialog-actions>
    </form>
  `,
})
export class AwardDialog {
  protected readonly question = inject<AwardQuestion>(MAT_DIALOG_DATA);
  private readonly viewers = this.question.state === null ? [] : viewersOf(this.question.state);
  protected readonly pause = inject(ActPause);
  private readonly dialog = inject<MatDialogRef<AwardDialog>>(MatDialogRef);
  protected readonly heading = $localize`:@@console.award.title:Award #${this.question.item.itemNumber}:number: ${this.question.item.title ?? ''}:title:`;
  protected readonly leftText = unitCount(this.question.left);
  protected readonly variants = (this.question.item.variants ?? []).map(({ name, ...stock }) => ({
    name,
    left: unitsLeft(stock),
  }));
  /** The chosen variant. Initially the scanned variant, or else the first with a unit left. */
  protected readonly variant = signal(
    this.question.variant ?? this.variants.find(({ left }) => left > 0)?.name,
  );
  protected readonly label = $localize`:@@console.award.handle:Buyer's name or handle`;
  protected readonly text = signal(this.question.text);
  private readonly viewer = signal<Viewer | null>(null);
  protected readonly suggestions = computed(() =>
    this.viewer() === null ? viewersLike(this.viewers, this.text()).slice(0, MAX_SUGGESTIONS) : [],
  );
  /** The unknown name that the dialog has warned about. */
  protected readonly unconfirmedName = linkedSignal<string, string | null>({
    source: this.text,
    computation: () => null,
  });
  private lastPress = 0;
  protected readonly warning = linkedSignal<string, string | null>({
    source: this.text,
    computation: () => null,
  });

  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected detailsOf({ buyer, won, waiting }: Viewer): string {
    const counts = [
      ...(won > 0 ? [$localize`:Units that the buyer has won@@console.award.won:won ${won}:count:`] : []),
      ...(waiting > 0
        ? [$localize`:The buyer's claims in line@@console.award.waits:waiting for ${waiting}:count:`]
        : []),
    ];
    return [platformName(buyer.platform), ...counts].join(' · ');
  }

  protected nameOf({ buyer }: Viewer): string {
    return buyerName(buyer);
  }

  protected changeText(text: string): void {
    this.viewer.set(null);
    this.text.set(text);
  }

  protected choose(viewer: Viewer): void {
    this.text.set(this.nameOf(viewer));
    this.viewer.set(viewer);
  }

  protected openForCode(code: string): void {
    const problem = this.question.openForCode(code, this.text());
    if (problem === null) this.dialog.close();
    else this.warning.set(problem);
  }

  protected async award(): Promise<void> {
    const request = this.request();
    if (request === null || this.busy()) return;
    this.busy.set(true);
    const variant = this.variant();
    this.problem.set(
      await this.question.award({ ...request, ...(variant === undefined ? {} : { variant }) }),
    );
    this.busy.set(false);
    if (this.problem() === null) this.dialog.close();
  }

  /** The request for the chosen or typed buyer. Null if the name is missing or in doubt. */
  private request(): AwardRequest | null {
    const chosen = this.viewer();
    if (chosen !== null) return awardRequestTo(chosen.buyer);
    const name = this.text().trim();
    if (name === '') return null;
    const [viewer, ...others] = viewersWithHandle(this.viewers, name);
    if (viewer && others.length === 0) return awardRequestTo(viewer.buyer);
    if (viewer) {
      this.warning.set(
        $localize`:@@console.award.several:Several viewers have this name. Choose one of them from the list.`,
      );
      return null;
    }
    if (this.unconfirmedName() === name) {
      const previousPress = this.lastPress;
      this.lastPress = performance.now();
      // A double click, or Enter held down, does not confirm the name.
      return this.lastPress - previousPress < IGNORED_CLICKS_MS ? null : { userHandle: name };
    }
    this.lastPress = performance.now();
    this.unconfirmedName.set(name);
    this.warning.set(
      $localize`:@@console.award.stranger:No viewer named ${name}:name: has commented in this show. Check the spelling.`,
    );
    return null;
  }
}
