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
