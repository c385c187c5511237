import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  input,
  model,
  viewChildren,
} from '@angular/core';
import { formatNumber } from '../../i18n/format-locale';
import { Icon } from '../../ui/icon';
import type { IconName } from '../../ui/icons';

export interface PanelTab {
  id: string;
  name: string;
  icon: IconName;
  /** Number of entries that need the operator, shown in a strong color. */
  needs?: number;
  /** Not shown if it is 0. */
  count?: number;
}

/** Tabs. The Tab key reaches only the chosen tab; the arrow keys choose another tab and open its panel. */
@Component({
  selector: 'app-panel-tabs',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    @for (tab of tabs(); track tab.id; let index = $index) {
      <button
        #button
        type="button"
        role="tab"
        [id]="'tab-' + tab.id"
        [attr.aria-selected]="chosen() === tab.id"
        [attr.aria-controls]="'panel'"
        [tabIndex]="chosen() === tab.id ? 0 : -1"
        [class]="
          isAtBottom()
            ? 'relative flex h-16 min-w-0 flex-1 flex-col max-[20rem]:flex-auto items-center justify-center gap-1 text-meta text-soft aria-selected:font-semibold aria-selected:text-ink forced-colors:aria-selected:outline-2 forced-colors:aria-selected:-outline-offset-4'
            : 'relative flex h-full items-center gap-1.5 px-3 font-medium text-soft aria-selected:text-ink aria-selected:shadow-[inset_0_-2px_0_currentColor] forced-colors:aria-selected:outline-2 forced-colors:aria-selected:-outline-offset-4'
        "
        (click)="chosen.set(tab.id)"
        (keydown.arrowright)="move(index + 1)"
        (keydown.arrowleft)="move(index - 1)"
        (keydown.home)="move(0)"
        (keydown.end)="move(-1)"
      >
        @if (isAtBottom()) {
          <app-icon [name]="tab.icon" />
        }
        <span class="flex max-w-full items-center gap-1.5 overflow-hidden whitespace-nowrap">
          {{ tab.name }}
          @if (tab.needs) {
            <span
              [class]="isAtBottom() ? 'absolute top-1.5 left-[calc(50%+0.375rem)]' : ''"
              class="grid h-5 min-w-5 place-items-center rounded-full bg-ask px-1.5 text-meta font-semibold text-surface tabular-nums"
              >{{ tab.needs }}</span
            >
          } @else if (tab.count) {
            <span class="text-meta font-normal text-soft tabular-nums">{{ formatNumber(tab.count) }}</span>
          }
        </span>
      </button>
    }
  `,
  host: { role: 'tablist', class: 'flex' },
})
export class PanelTabs {
  protected readonly formatNumber = formatNumber;
  readonly tabs = input.required<readonly PanelTab[]>();
  readonly chosen = model.required<string>();
  readonly isAtBottom = input(false);
  private readonly buttons = viewChildren<ElementRef<HTMLButtonElement>>('button');

  protected move(to: number): void {
    const index = (to + this.tabs().length) % this.tabs().length;
    const tab = this.tabs()[index];
    if (!tab) return;
    this.chosen.set(tab.id);
    this.buttons()[index]?.nativeElement.focus();
  }
}
