import { formatNumber } from '../i18n/format-locale';
import { dayAndTime } from '../ui/times';

/** One value that an act changed, as text; null if there was none. */
export interface Change {
  field: string;
  before: string | null;
  after: string | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
/** Fields whose changes mean nothing to the reader. */
const IGNORED_FIELDS = new Set(['updatedAt', 'lastSeq', 'actSeq', 'receivedAt', 'position']);
const NAME_FIELDS = ['itemNumber', 'handle', 'name'] as const;
const MAX_LENGTH = 200;

/**
 * The values that an act changed, as text: only the differences if both sides are known, otherwise all
 * values. An act's response often wraps its subject (`{claim, promoted}`). The subject is then compared with
 * its earlier state.
 */
export function changesOf(before: unknown, after: unknown, entityType: string): Change[] {
  const oldValues = leavesOf(before);
  const newValues = leavesOf(subjectOf(before, after, entityType));
  const rows = [...new Set([...oldValues.keys(), ...newValues.keys()])].map((field) => ({
    field: fieldName(field),
    before: oldValues.get(field) ?? null,
    after: newValues.get(field) ?? null,
  }));
  return isObject(before) && isObject(after) ? rows.filter((row) => row.before !== row.after) : rows;
}

function subjectOf(before: unknown, after: unknown, entityType: string): unknown {
  if (!isObject(before) || !isObject(after) || entityType in before) return after;
  const subject = after[entityType];
  if (!isObject(subject)) return after;
  const { [entityType]: _, item: _item, ...rest } = after;
  return { ...subject, ...rest };
}

function leavesOf(value: unknown, path = ''): Map<string, string> {
  if (value === null || value === undefined) return new Map<string, string>();
  if (isObject(value)) {
    return new Map(
      Object.entries(value)
        .filter(([key]) => !IGNORED_FIELDS.has(key))
        .flatMap(([key, part]) => [...leavesOf(part, path === '' ? key : `${path}.${key}`)]),
    );
  }
  if (Array.isArray(value) && value.some(isObject)) {
    return new Map(
      value.flatMap((part, index) => [
        ...leavesOf(textOf(part), `${path}${path === '' ? '' : '.'}${nameOf(part, index)}`),
      ]),
    );
  }
  const text = Array.isArray(value) ? value.map(textOf).filter(Boolean).join(', ') : textOf(value);
  return text === '' ? new Map<string, string>() : new Map([[path === '' ? 'value' : path, text]]);
}

/** The name of a list element, or its number in the list. */
function nameOf(part: unknown, index: number): string {
  const names = isObject(part) ? NAME_FIELDS.map((field) => part[field]) : [];
  return names.find((name) => typeof name === 'string') ?? String(index + 1);
}

/** Returns an empty string for ids, which are useless to a reader. */
function textOf(value: unknown): string {
  if (typeof value === 'boolean') {
    return value ? $localize`:@@audit.value.yes:yes` : $localize`:@@audit.value.no:no`;
  }
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'string') {
    return UUID.test(value) ? '' : TIME.test(value) ? dayAndTime(value) : cut(value);
  }
  if (isObject(value)) {
    return [...leavesOf(value)].map(([field, text]) => `${fieldName(field)} ${text}`).join(' \u00b7 ');
  }
  return '';
}

const cut = (text: string): string =>
  text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}\u2026` : text;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** "settings.claimWords" becomes "settings, claim words". */
const fieldName = (path: string): string =>
  path
    .split('.')
    .map((part) => part.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase())
    .join(', ');
