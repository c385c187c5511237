import type { SettingSchema } from '@sellary/contracts';

export type SettingKind = 'secret' | 'choice' | 'switch' | 'number' | 'list' | 'text';

/** The kind of field that a setting needs. */
export function kindOf({ type, writeOnly, enum: choices }: SettingSchema): SettingKind {
  if (writeOnly === true) return 'secret';
  if (choices !== undefined) return 'choice';
  if (type === 'boolean') return 'switch';
  if (type === 'number' || type === 'integer') return 'number';
  return type === 'array' ? 'list' : 'text';
}

/** A value as field text, with one line per list entry. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join('\n');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The value that a field's text represents. Null removes the stored value. */
export function valueOf(schema: SettingSchema, text: string): unknown {
  const trimmed = text.trim();
  switch (kindOf(schema)) {
    case 'number':
      return trimmed === '' ? null : Number(trimmed);
    case 'choice':
      return schema.enum?.find((choice) => String(choice) === text) ?? null;
    case 'list': {
      const lines = text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      return isNumeric(schema.items) ? lines.map(Number) : lines;
    }
    default:
      return trimmed === '' ? null : trimmed;
  }
}

const isNumeric = (items: SettingSchema | undefined): boolean =>
  items?.type === 'number' || items?.type === 'integer';
