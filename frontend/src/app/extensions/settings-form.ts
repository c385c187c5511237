import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { ErrorDetail, ExtensionSettingsInfo, SettingSchema } from '@sellary/contracts';
import { type SettingKind, kindOf, textOf, valueOf } from './setting-value';

interface SettingField {
  name: string;
  id: string;
  schema: SettingSchema;
  kind: SettingKind;
  label: string;
  isRequired: boolean;
  isSecretStored: boolean;
  value: unknown;
  text: string;
  problem: string | null;
}

const NOT_A_NUMBER = $localize`:@@extensions.settings.not-a-number:Enter a number`;

let formCount = 0;

/** An extension's settings, with a field for each schema property. The parent saves the changes. */
@Component({
  selector: 'app-extension-settings-form',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="mt-4 flex flex-col gap-4" novalidate (submit)="$event.preventDefault(); save()">
      @for (field of fields(); track field.name) {
        <div>
          @if (field.kind === 'switch') {
            <label class="flex items-center gap-2.5">
              <input
                #check
                type="checkbox"
                class="size-4.5 flex-none accent-primary"
                [checked]="field.value === true"
                [disabled]="busy()"
                [attr.aria-describedby]="field.id + '-help'"
                (change)="change(field, check.checked)"
              />
              <span>{{ field.label }}</span>
            </label>
          } @else {
            <label class="mb-1.5 block text-meta text-soft" [for]="field.id">{{ field.label }}</label>
            @switch (field.kind) {
              @case ('choice') {
                <select
                  #choices
                  class="field w-full"
                  [id]="field.id"
                  [disabled]="busy()"
                  [attr.aria-describedby]="field.id + '-help'"
                  (change)="changeText(field, choices.value)"
                >
                  @if (!field.isRequired || textOf(field.value) === '') {
                    <option
                      value=""
                      [selected]="textOf(field.value) === ''"
                      i18n="No option is selected@@extensions.settings.none"
                    >
                      Not set
                    </option>
                  }
                  @for (choice of field.schema.enum; track choice) {
                    <option [value]="choice" [selected]="choice === field.value">{{ choice }}</option>
                  }
                </select>
              }
              @case ('list') {
                <textarea
                  #lines
                  class="field w-full"
                  rows="3"
                  [id]="field.id"
                  [attr.aria-describedby]="field.id + '-help'"
                  [attr.aria-invalid]="field.problem !== null"
                  [readOnly]="busy()"
                  [value]="field.text"
                  (input)="changeText(field, lines.value)"
                ></textarea>
              }
              @default {
                <input
                  #line
                  class="field w-full"
                  [type]="field.kind === 'secret' ? 'password' : field.kind === 'number' ? 'number' : 'text'"
                  [attr.step]="field.kind === 'number' ? 'any' : null"
                  [autocomplete]="field.kind === 'secret' ? 'new-password' : 'off'"
                  [id]="field.id"
                  [required]="field.isRequired && !field.isSecretStored"
                  [attr.placeholder]="field.isSecretStored ? storedText : null"
                  [attr.aria-describedby]="field.id + '-help'"
                  [attr.aria-invalid]="field.problem !== null"
                  [readOnly]="busy()"
                  [value]="field.text"
                  (input)="changeLine(field, line)"
                />
              }
            }
          }
          <p [id]="field.id + '-help'" class="mt-1 text-meta text-soft empty:hidden">
            {{ field.schema.description }}
          </p>
          @if (field.kind === 'list') {
            <p class="mt-1 text-meta text-soft" i18n="@@extensions.settings.list">One entry per line.</p>
          }
          @if (field.kind === 'secret' && field.isSecretStored && !field.isRequired) {
            <button
              type="button"
              class="act act-quiet mt-1"
              [disabled]="busy()"
              (click)="change(field, null)"
              i18n="A stored password or key@@extensions.settings.clear"
            >
              Remove stored value
            </button>
          }
          @if (field.problem; as text) {
            <p class="mt-1 text-meta text-bad" role="alert">{{ text }}</p>
          }
        </div>
      }
      <p class="flex items-center gap-3">
        <button type="submit" class="act" [disabled]="busy() || !canSave()" i18n="@@extensions.settings.save">
          Save settings
        </button>
      </p>
    </form>
  `,
})
export class SettingsForm {
  readonly settings = input.required<ExtensionSettingsInfo>();
  readonly problems = input<readonly ErrorDetail[]>([]);
  readonly busy = input(false);
  /** Emits only the changed values. */
  readonly submitted = output<Record<string, unknown>>();
  protected readonly storedText = $localize`:A password or key is stored@@extensions.settings.is-set:Stored. Enter a new value to replace it.`;
  protected readonly textOf = textOf;
  private readonly prefix = `setting-${++formCount}`;
  private readonly changes = signal<Readonly<Record<string, unknown>>>({});
  private readonly typedTexts = signal<Readonly<Record<string, string>>>({});
  /** Names of the number fields whose text is not a number. */
  private readonly unreadable = signal<ReadonlySet<string>>(new Set());
  protected readonly canSave = computed(
    () => Object.keys(this.changes()).length > 0 && this.unreadable().size === 0,
  );
  protected readonly fields = computed<SettingField[]>(() => {
    const { schema, values, secretsSet } = this.settings();
    const changes = this.changes();
    return Object.entries(schema.properties).map(([name, property]) => {
      const value = name in changes ? changes[name] : values[name];
      return {
        name,
        id: `${this.prefix}-${name}`,
        schema: property,
        kind: kindOf(property),
        label: property.title ?? name,
        isRequired: schema.required?.includes(name) === true,
        isSecretStored: secretsSet.includes(name) && changes[name] !== null,
        value,
        text: this.typedTexts()[name] ?? textOf(value),
        problem: this.unreadable().has(name)
          ? NOT_A_NUMBER
          : (this.problems().find(({ field }) => field === `settings.${name}`)?.message ?? null),
      };
    });
  });

  /** Clears the changes. The parent calls it after the server has stored them. */
  reset(): void {
    this.changes.set({});
    this.typedTexts.set({});
    this.unreadable.set(new Set());
  }

  protected change({ name }: SettingField, value: unknown): void {
    this.changes.update((before) => ({ ...before, [name]: value }));
  }

  protected changeLine(field: SettingField, box: HTMLInputElement): void {
    const { badInput } = box.validity;
    this.unreadable.update((before) => {
      const others = [...before].filter((name) => name !== field.name);
      return new Set(badInput ? [...others, field.name] : others);
    });
    // The browser reports an unreadable number as empty, which would remove the stored value.
    if (!badInput) this.changeText(field, box.value);
  }

  protected changeText(field: SettingField, text: string): void {
    this.typedTexts.update((before) => ({ ...before, [field.name]: text }));
    this.change(field, valueOf(field.schema, text));
  }

  protected save(): void {
    if (this.canSave()) this.submitted.emit({ ...this.changes() });
  }
}
