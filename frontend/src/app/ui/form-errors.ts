import type { AbstractControl, FormGroup } from '@angular/forms';
import type { ApiError } from '../api/api-error';

/**
 * Puts each refusal of the server beside the field it names.
 * @returns the message that belongs to no field of this form, or null
 */
export function showServerErrors(form: FormGroup, error: ApiError): string | null {
  let placedCount = 0;
  for (const { field, message } of error.details) {
    const control = form.get(field);
    if (!control) continue;
    control.setErrors({ server: message });
    control.markAsTouched();
    placedCount++;
  }
  return placedCount > 0 && placedCount === error.details.length ? null : error.message;
}

/** The sentence under a field. `label` is that of the field, such as "Email". */
export function fieldError(control: AbstractControl, label: string): string {
  const { errors } = control;
  if (!errors) return '';
  if (typeof errors['server'] === 'string') return errors['server'];
  if (errors['required']) return $localize`:@@ui.field.required:${label}:field: is required`;
  if (errors['email']) return invalidEmail();
  if (errors['minlength']) {
    return $localize`:@@ui.field.too-short:Use at least ${lengthIn(errors['minlength'])}:count: characters`;
  }
  if (errors['maxlength']) {
    return $localize`:@@ui.field.too-long:Use at most ${lengthIn(errors['maxlength'])}:count: characters`;
  }
  return $localize`:@@ui.field.invalid:${label}:field: is not valid`;
}

export const invalidEmail = (): string =>
  $localize`:@@ui.field.email:Enter a full email address, such as ana@example.com`;

const lengthIn = (error: unknown): number => (error as { requiredLength: number }).requiredLength;
