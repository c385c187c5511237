import type { AbstractControl, FormGroup } from '@angular/forms';
import type { ApiError } from '../api/api-error';

/**
 * Shows each server error beside the field that it refers to.
 * @returns null if fields show every error detail, else the error's message
 */
export function showServerErrors(form: FormGroup, error: ApiError): string | null {
  let shownCount = 0;
  for (const { field, message } of error.details) {
    const control = form.get(field);
    if (!control) continue;
    control.setErrors({ server: message });
    control.markAsTouched();
    shownCount++;
  }
  return shownCount > 0 && shownCount === error.details.length ? null : error.message;
}

/** The sentence under a field with an error. `label` is the field's label, such as "Email". */
export function fieldError(control: AbstractControl, label: string): string {
  const { errors } = control;
  if (!errors) return '';
  if (typeof errors['server'] === 'string') return errors['server'];
  if (errors['required']) return fieldRequired(label);
  if (errors['email']) return invalidEmail();
  if (errors['minlength']) {
    return $localize`:@@ui.field.too-short:Use at least ${requiredLength(errors['minlength'])}:count: characters`;
  }
  if (errors['maxlength']) {
    return $localize`:@@ui.field.too-long:Use at most ${requiredLength(errors['maxlength'])}:count: characters`;
  }
  return $localize`:@@ui.field.invalid:${label}:field: is not valid`;
}

export const fieldRequired = (label: string): string =>
  $localize`:@@ui.field.required:${label}:field: is required`;

export const invalidEmail = (): string =>
  $localize`:@@ui.field.email:Enter a full email address, such as ana@example.com`;

const requiredLength = (error: unknown): number => (error as { requiredLength: number }).requiredLength;
