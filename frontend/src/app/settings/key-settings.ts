import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatSlideToggle } from '@angular/material/slide-toggle';
import { type CommandId, Keymap, isBindable, keyName } from '../console/keys/keymap';
import { digitOf, keyPressOf, typedKey } from '../console/keys/typed-key';
import { isComposing } from '../ui/field-keys';

/** The console's keyboard shortcuts. Each can be changed, and all can be turned off. */
@Component({
  selector: 'app-key-settings',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatSlideToggle],
  template: `
    <div class="flex items-start gap-4">
      <div class="min-w-0 flex-1">
        <h2 id="keys-heading" class="text-base!" i18n="@@settings.keys.heading">Keyboard shortcuts</h2>
        <p class="mt-0.5 text-soft" i18n="@@settings.keys.scope">
          For the console, on this device. Shortcuts don’t work while you type in a field, and holding a key
          down counts as one press.
        </p>
      </div>
      <mat-slide-toggle
        [checked]="keymap.isOn()"
        i18n-aria-label="@@settings.keys.heading"
        aria-label="Keyboard shortcuts"
        (change)="keymap.setOn($event.checked)"
      />
    </div>
    @if (keymap.isOn()) {
      <table class="mt-4 w-full">
        <thead class="sr-only">
          <tr>
            <th scope="col" i18n="@@settings.keys.act">Command</th>
            <th scope="col" i18n="@@settings.keys.key">Key</th>
          </tr>
        </thead>
        <tbody class="divide-y divide-line">
          @for (binding of keymap.bindings(); track binding.id) {
            <tr>
              <th scope="row" class="py-1.5 pr-4 text-left font-normal">{{ binding.name }}</th>
              <td class="w-36 py-1.5 text-right">
                <button
                  #button
                  type="button"
                  class="act min-w-28 aria-pressed:border-ink"
                  [attr.aria-pressed]="waitingFor() === binding.id"
                  [attr.aria-label]="changeLabel(binding)"
                  (click)="waitForKey(binding.id, button)"
                  (blur)="waitingFor.set(null)"
                  (keydown)="bindKey($event, binding.id)"
                >
                  @if (waitingFor() === binding.id) {
                    <ng-container i18n="@@settings.keys.press">Press a key</ng-container>
                  } @else {
                    {{ keyName(binding.keys) }}
                  }
                </button>
              </td>
            </tr>
          }
        </tbody>
      </table>
      @if (problem(); as text) {
        <p class="mt-2 text-meta text-bad" role="alert">{{ text }}</p>
      }
      @if (keymap.hasChanges()) {
        <button type="button" class="act mt-4" (click)="reset()" i18n="@@settings.keys.reset">
          Reset all keys
        </button>
      }
    }
  `,
  host: { class: 'card block p-5 sm:p-6', role: 'region', 'aria-labelledby': 'keys-heading' },
})
export class KeySettings {
  protected readonly keymap = inject(Keymap);
  protected readonly waitingFor = signal<CommandId | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly keyName = keyName;

  protected changeLabel({ name, keys }: { name: string; keys: string }): string {
    return $localize`:@@settings.keys.change:Change the key for ${name}:command:. Current key: ${keyName(keys)}:key:`;
  }

  protected waitForKey(id: CommandId, button: HTMLButtonElement): void {
    // Safari on a Mac does not focus a clicked button.
    button.focus();
    this.problem.set(null);
    this.waitingFor.set(id);
  }

  protected bindKey(event: KeyboardEvent, id: CommandId): void {
    if (this.waitingFor() !== id || isComposing(event)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Shift' || event.key === 'Tab') {
      return;
    }
    event.preventDefault();
    this.waitingFor.set(null);
    if (event.key === 'Escape') return;
    const press = keyPressOf(event);
    const key = digitOf(press) ?? typedKey(press);
    if (!isBindable(key)) {
      this.problem.set(
        $localize`:@@settings.keys.not-bindable:Choose a letter or a symbol. Digits find items, and Space presses buttons and scrolls.`,
      );
      return;
    }
    const takenBy = this.keymap.bind(id, key);
    this.problem.set(
      takenBy === null
        ? null
        : $localize`:@@settings.keys.taken:${keyName(key)}:key: is already used for: ${takenBy}:command:`,
    );
  }

  protected reset(): void {
    this.problem.set(null);
    this.keymap.reset();
  }
}
