import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { ShowStatus } from '@sellary/contracts';
import { DIALOG_PARTS } from '../../ui/dialog-parts';
import { keyCapsOf, readLayout } from './keyboard-layout';
import { unavailableText } from './unavailable-commands';
import { Keymap, keyName } from './keymap';

/** Keys that cannot be changed. */
const FIXED_KEYS = [
  { keys: 'Ctrl+K', name: $localize`:@@console.key.palette:Find a command, item, or buyer` },
  { keys: '0 – 9', name: $localize`:@@console.key.go-to:Go to an item: type its number, then Enter` },
  { keys: 'Enter', name: $localize`:@@console.key.open:Open the selected row` },
  { keys: 'Esc', name: $localize`:@@console.key.close:Close the details, or clear the typed number` },
  { keys: 'Home', name: $localize`:@@console.key.newest:Go to the newest row` },
] as const;

@Component({
  selector: 'app-key-help',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DIALOG_PARTS, RouterLink],
  template: `
    <h2 mat-dialog-title i18n="@@console.keys.title">Keyboard shortcuts</h2>
    <mat-dialog-content
      tabindex="0"
      role="region"
      i18n-aria-label="@@console.keys.label"
      aria-label="Keys and their commands"
    >
      @if (!keymap.isOn()) {
        <p class="mb-3 rounded-lg bg-warn-ground px-3 py-2 text-warn" i18n="@@console.keys.off">
          Keyboard shortcuts are switched off on this device.
        </p>
      }
      <dl class="grid gap-x-8 gap-y-1.5 text-ink sm:grid-cols-2">
        @for (row of rows(); track row.name) {
          <div class="flex items-baseline gap-3">
            <dt class="w-24 flex-none">
              <kbd
                class="rounded border border-line bg-sunken px-1.5 py-0.5 font-sans text-meta font-semibold"
                >{{ row.keys }}</kbd
              >
              @if (row.caps) {
                <kbd class="ml-1 font-sans text-meta text-soft">{{ row.caps }}</kbd>
              }
            </dt>
            <dd class="min-w-0">{{ row.name }}</dd>
          </div>
        }
      </dl>
      <p class="mt-4 text-meta text-soft" i18n="@@console.keys.layout">
        If your keyboard uses another alphabet, press the key in the same place as on a US keyboard.
      </p>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <a matButton routerLink="/settings" [mat-dialog-close]="undefined" i18n="@@console.keys.change"
        >Change keys</a
      >
      <button matButton="filled" [mat-dialog-close]="undefined" cdkFocusInitial i18n="@@console.keys.close">
        Close
      </button>
    </mat-dialog-actions>
  `,
})
export class KeyHelp {
  protected readonly keymap = inject(Keymap);
  private readonly status = inject<ShowStatus | undefined>(MAT_DIALOG_DATA);
  private readonly layout = resource({ loader: readLayout, defaultValue: new Map<string, string>() });
  protected readonly rows = computed(() => [
    ...FIXED_KEYS.map((row) => ({ ...row, caps: '' })),
    ...this.keymap
      .bindings()
      .filter(({ id }) => unavailableText(this.status, id) === null)
      .map(({ keys, name }) => ({ keys: keyName(keys), caps: keyCapsOf(keys, this.layout.value()), name })),
  ]);
}
