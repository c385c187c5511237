import { computed, signal } from '@angular/core';
import type { ApiError } from '../api/api-error';
import { fieldRequired, invalidEmail } from '../ui/form-errors';

/** Returns what is wrong with a text, as a sentence, or null if nothing is. */
type TextRule = (text: string) => string | null;

/**
 * The text of one field, with its error. The pages before sign-in use this class instead of Angular's forms,
 * which would double the time until a new visitor can type.
 */
export class TextField {
  readonly text = signal('');
  /** True once the user has left the field or submitted the form. Before that, no error is shown. */
  readonly touched = signal(false);
  private readonly refusal = signal<string | null>(null);
  private readonly problem = computed(
    () => this.refusal() ?? this.rules.map((rule) => rule(this.text())).find((text) => text !== null) ?? null,
  );
  readonly error = computed(() => (this.touched() ? this.problem() : null));

  constructor(private readonly rules: readonly TextRule[] = []) {}

  write(text: string): void {
    this.text.set(text);
    this.refusal.set(null);
  }

  /** Shows why the server refused the text, until it changes. */
  refuse(message: string): void {
    this.refusal.set(message);
    this.touched.set(true);
  }

  reset(): void {
    this.write('');
    this.touched.set(false);
  }

  /**
   * Shows the error, if any.
   * @returns true if there is none
   */
  check(): boolean {
    this.touched.set(true);
    return this.problem() === null;
  }
}

/**
 * Shows the errors of all fields.
 * @returns true if there are none
 */
export function checkAll(fields: Readonly<Record<string, TextField>>): boolean {
  return Object.values(fields)
    .map((field) => field.check())
    .every(Boolean);
}

/**
 * Shows each of the server's errors beside the field that it refers to.
 * @returns the error's message, or null if all its details are shown beside the fields
 */
export function showServerErrors(
  fields: Readonly<Record<string, TextField>>,
  error: ApiError,
): string | null {
  const placed = error.details.filter(({ field, message }) => {
    fields[field]?.refuse(message);
    return fields[field] !== undefined;
  });
  return placed.length > 0 && placed.length === error.details.length ? null : error.message;
}

export const textRules = {
  required:
    (label: string): TextRule =>
    (text) =>
      text === '' ? fieldRequired(label) : null,
  email: (text: string): string | null => (/^[^\s@]+@[^\s@]+$/.test(text) ? null : invalidEmail()),
  minLength:
    (length: number): TextRule =>
    (text) =>
      text.length < length ? $localize`:@@ui.field.too-short:Use at least ${length}:count: characters` : null,
} as const;
