type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Sets a field's value, and sends the event with which a browser reports it. */
export function setField(
  field: Field | null | undefined,
  value: string,
  event: 'input' | 'change' | 'blur' = 'input',
): void {
  if (field == null) throw new Error('The field is missing');
  field.value = value;
  field.dispatchEvent(new Event(event));
}

/** Fills in fields, which are found by their `autocomplete` attribute, and submits the form. */
export function submitForm(page: HTMLElement, values: Record<string, string>): void {
  for (const [autocomplete, value] of Object.entries(values)) {
    setField(page.querySelector<HTMLInputElement>(`input[autocomplete="${autocomplete}"]`), value);
  }
  const form = page.querySelector('form');
  if (form === null) throw new Error('The form is missing');
  form.dispatchEvent(new Event('submit'));
}
