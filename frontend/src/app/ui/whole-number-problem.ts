import { formatNumber } from '../i18n/format-locale';

/**
 * Returns why the content of a number field cannot be saved, as a sentence, or null if there is no problem. The
 * limits are the field's `min` and `max`.
 */
export function wholeNumberProblem(box: HTMLInputElement): string | null {
  if (box.validity.valid) return null;
  const [min, max] = [box.min, box.max].map((limit) => formatNumber(Number(limit)));
  return $localize`:@@ui.field.whole-number:Enter a whole number from ${min}:min: to ${max}:max:`;
}
