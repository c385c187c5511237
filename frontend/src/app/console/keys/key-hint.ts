import { Directive, computed, inject, input } from '@angular/core';
import { COMMANDS, type CommandId, Keymap, keyName } from './keymap';

/** Shows a button's key in its tooltip and exposes it to screen readers. */
@Directive({
  selector: '[appKeyHint]',
  host: { '[attr.title]': 'tooltip()', '[attr.aria-keyshortcuts]': 'shortcut()' },
})
export class KeyHint {
  private readonly keymap = inject(Keymap);
  readonly appKeyHint = input.required<CommandId>();
  private readonly keys = computed(() => (this.keymap.isOn() ? this.keymap.keysOf(this.appKeyHint()) : ''));
  protected readonly shortcut = computed(() => (this.keys() === '' ? null : keyName(this.keys())));
  protected readonly tooltip = computed(() => {
    const name = COMMANDS.find(({ id }) => id === this.appKeyHint())?.name ?? '';
    return this.keys() === '' ? name : `${name} (${keyName(this.keys())})`;
  });
}
