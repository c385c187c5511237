import { formatNumber } from '../i18n/format-locale';
import { buyerName } from '../ui/buyer-name';
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
const IGNORED_FIELDS = new Set([
  'createdAt',
  'updatedAt',
  'receivedAt',
  'lastSeq',
  'actSeq',
  'seq',
  'position',
  'why',
]);
/** Fields whose values are names in the API, such as `sold_out`. */
const WORD_FIELDS = new Set(['status', 'state', 'outcome', 'rule']);
/** Fields that name an element of a list. */
const NAME_FIELDS = ['itemNumber', 'name', 'label'] as const;
const MAX_LENGTH = 1_000;

/**
 * The values that an act changed, as text: only the differences if both sides are known, otherwise all
 * values. An act's response often wraps its subject (`{claim, promoted}`). The subject is then compared with
 * its earlier state.
 */
export function changesOf(before: unknown, after: unknown, entityType: string): Change[] {
  const oldValues = leavesOf(before);
  const newValues = leavesOf(subjectOf(before, after, entityType));
  const rows = [...new Set([...oldValues.keys(), ...newValues.keys()])].map((field) => ({
    field,
    before: oldValues.get(field) ?? null,
    after: newValues.get(field) ?? null,
  }));
  const shown = isObject(before) && isObject(after) ? rows.filter((row) => row.before !== row.after) : rows;
  return shown.map(cut);
}

function subjectOf(before: unknown, after: unknown, entityType: string): unknown {
  if (!isObject(before) || !isObject(after) || entityType in before) return after;
  const subject = after[entityType];
  if (!isObject(subject)) return after;
  const { [entityType]: _, item: _item, ...rest } = after;
  return { ...subject, ...rest };
}

/** The values in an object or a list as text, by label. */
function leavesOf(value: unknown, labels: readonly string[] = [], key = ''): Map<string, string> {
  const shortName = isObject(value) && labels.length > 0 ? (shortNameOf(value) ?? itemNameOf(value)) : null;
  if (shortName !== null) return new Map([[labels.join(', '), shortName]]);
  if (isObject(value)) {
    const label = labels.length === 0 ? capitalized : (words: string) => words;
    return new Map(
      Object.entries(value)
        .filter(([field, part]) => !IGNORED_FIELDS.has(field) && !(key === 'stats' && part === 0))
        .flatMap(([field, part]) => [...leavesOf(part, [...labels, label(wordsOf(field))], field)]),
    );
  }
  if (Array.isArray(value) && value.some((part) => isObject(part) && shortNameOf(part) === null)) {
    return new Map(
      value.flatMap((part, index) => {
        const name = isObject(part) ? elementName(part) : null;
        return [...leavesOf(elementText(part, name), [...labels, name?.text ?? String(index + 1)])];
      }),
    );
  }
  const text = Array.isArray(value)
    ? value
        .map((part) => textOf(part, key))
        .filter(Boolean)
        .join(', ')
    : textOf(value, key);
  return text === '' ? new Map<string, string>() : new Map([[labels.join(', ') || 'Value', text]]);
}

/** The name of a list element, and the field that contains it. */
function elementName(element: Record<string, unknown>): { field: string; text: string } | null {
  const field = NAME_FIELDS.find((candidate) => typeof element[candidate] === 'string');
  return field === undefined ? null : { field, text: element[field] as string };
}

/**
 * The text of a list element. Its label already contains its name, so the text repeats the name only if the
 * element has no other values.
 */
function elementText(element: unknown, name: { field: string } | null): string {
  if (!isObject(element) || name === null) return textOf(element);
  const { [name.field]: _, ...rest } = element;
  return textOf(rest) || textOf(element);
}

/** Returns an empty string for ids, which are useless to a reader. */
function textOf(value: unknown, key = ''): string {
  if (typeof value === 'boolean') {
    return value ? $localize`:@@audit.value.yes:yes` : $localize`:@@audit.value.no:no`;
  }
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'string') {
    if (UUID.test(value)) return '';
    if (TIME.test(value)) return dayAndTime(value);
    return WORD_FIELDS.has(key) ? value.replaceAll('_', ' ') : value;
  }
  if (isObject(value)) {
    const leaves = [...leavesOf(value)].filter(([, text]) => text !== formatNumber(0));
    return shortNameOf(value) ?? leaves.map(([label, text]) => `${label}: ${text}`).join(' \u00b7 ');
  }
  return '';
}

/** An item, or a claim's item, with the status: "#104 (sold out)". */
function itemNameOf({ itemNumber, status }: Record<string, unknown>): string | null {
  if (typeof itemNumber !== 'string') return null;
  return typeof status === 'string' ? `#${itemNumber} (${textOf(status, 'status')})` : `#${itemNumber}`;
}

interface AuditedBuyer {
  handle: string;
  hidden?: unknown;
}

/** A short name for a buyer, a claim, an actor, or a currency; null for other objects. */
function shortNameOf(value: Record<string, unknown>): string | null {
  if (isBuyer(value)) return nameOfBuyer(value);
  const { buyer, name, code } = value;
  const item = itemNameOf(value);
  if (isBuyer(buyer) && item !== null) return `${nameOfBuyer(buyer)}, ${item}`;
  const fields = Object.keys(value).sort().join();
  if (fields === 'id,kind,name' && typeof name === 'string') return name;
  return fields === 'code,digits' && typeof code === 'string' ? code : null;
}

export const nameOfBuyer = (buyer: AuditedBuyer): string =>
  buyerName({ handle: buyer['handle'], hidden: buyer['hidden'] === true });

/** True for a buyer, or a part of a buyer, if it has a handle. Older entries do not record `hidden`. */
export const isBuyer = (value: unknown): value is AuditedBuyer =>
  isObject(value) && typeof value['handle'] === 'string';

/** Cuts long values to the part around their first difference. */
function cut({ field, before, after }: Change): Change {
  let same = 0;
  while (before !== null && same < before.length && before[same] === after?.[same]) same++;
  const from = same < MAX_LENGTH ? 0 : same - MAX_LENGTH / 2;
  return { field, before: part(before, from), after: part(after, from) };
}

function part(text: string | null, from: number): string | null {
  if (text === null) return null;
  const to = from + MAX_LENGTH;
  return `${from > 0 ? '\u2026' : ''}${text.slice(from, to)}${text.length > to ? '\u2026' : ''}`;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "claimWords" becomes "claim words". */
const wordsOf = (field: string): string => field.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
