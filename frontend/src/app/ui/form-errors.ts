import type { AbstractControl, FormGroup } from '@angular/forms';
import type { ApiError } from '../api/api-error';

/** Sets what the server refused beside the field it names. Returns what belongs to no field of this form, or null. */
export function showServerErrors(form: FormGroup, error: ApiError): string | null {
  let placed = 0;
  for (const { field, message } of error.details) {
    const control = form.get(field);
    if (!control) continue;
    control.setErrors({ server: message });
    control.markAsTouched();
    placed++;
  }
  return placed > 0 && placed === error.details.length ? null : error.message;
}

/** The sentence under a field. `label` is the field's own, e.g. "E-mail". */
export function fieldError(control: AbstractControl, label: string): string {
  const { errors } = control;
  if (!errors) return '';
  if (typeof errors['server'] === 'string') return errors['server'];
  if (errors['required']) return `${label} is needed`;
  if (errors['email']) return 'This does not look like an e-mail address';
  if (errors['minlength']) return `At least ${(errors['minlength'] as { requiredLength: number }).requiredLength} characters`;
  if (errors['maxlength']) return `At most ${(errors['maxlength'] as { requiredLength: number }).requiredLength} characters`;
  return `${label} cannot be used like this`;
}
