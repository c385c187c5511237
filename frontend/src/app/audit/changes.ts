import { dayAndTime } from '../ui/times';

/** One thing of an act: how it stood before and after, in words; null where there was nothing. */
export interface Change {
  field: string;
  before: string | null;
  after: string | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
/** What changes with every act and says nothing about it. */
const NOISE = new Set(['updatedAt', 'lastSeq', 'actSeq', 'receivedAt', 'position']);
const NAMES = ['itemNumber', 'handle', 'name'] as const;
const MOST_WORDS = 200;

/**
 * What an act changed, ready to be read: where both sides are known only what differs, else everything. The answer of an act often wraps
 * its subject (`{claim, promoted}`); the subject is then compared with what it was.
 */
export function changesOf(before: unknown, after: unknown, entityType: string): Change[] {
  const was = leavesOf(before);
  const is = leavesOf(subjectOf(before, after, entityType));
  const rows = [...new Set([...was.keys(), ...is.keys()])].map((field) => ({
    field: inWords(field),
    before: was.get(field) ?? null,
    after: is.get(field) ?? null,
  }));
  return isThing(before) && isThing(after) ? rows.filter((row) => row.before !== row.after) : rows;
}

function subjectOf(before: unknown, after: unknown, entityType: string): unknown {
  if (!isThing(before) || !isThing(after) || entityType in before) return after;
  const subject = after[entityType];
  if (!isThing(subject)) return after;
  const { [entityType]: _, item: _item, ...rest } = after;
  return { ...subject, ...rest };
}

function leavesOf(value: unknown, path = ''): Map<string, string> {
  if (value === null || value === undefined) return new Map<string, string>();
  if (isThing(value)) {
    return new Map(
      Object.entries(value)
        .filter(([key]) => !NOISE.has(key))
        .flatMap(([key, part]) => [...leavesOf(part, path === '' ? key : `${path}.${key}`)]),
    );
  }
  if (Array.isArray(value) && value.some(isThing)) {
    return new Map(value.flatMap((part, index) => [...leavesOf(saidOf(part), `${path}${path === '' ? '' : '.'}${nameOf(part, index)}`)]));
  }
  const said = Array.isArray(value) ? value.map(saidOf).filter(Boolean).join(', ') : saidOf(value);
  return said === '' ? new Map<string, string>() : new Map([[path === '' ? 'value' : path, said]]);
}

/** What tells one thing of a list from the next. */
function nameOf(part: unknown, index: number): string {
  const named = isThing(part) ? NAMES.map((name) => part[name]).find((name) => typeof name === 'string') : undefined;
  return typeof named === 'string' ? named : String(index + 1);
}

/** Ids say nothing to a reader, and are left out. */
function saidOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return value.toLocaleString('en');
  if (typeof value === 'string') return UUID.test(value) ? '' : TIME.test(value) ? dayAndTime(value) : cut(value);
  if (isThing(value)) return [...leavesOf(value)].map(([field, said]) => `${inWords(field)} ${said}`).join(' \u00b7 ');
  return '';
}

const cut = (text: string): string => (text.length > MOST_WORDS ? `${text.slice(0, MOST_WORDS)}\u2026` : text);
const isThing = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** "settings.claimWords" is "settings, claim words". */
const inWords = (path: string): string =>
  path
    .split('.')
    .map((part) => part.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase())
    .join(', ');
