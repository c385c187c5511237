import type { Intent, ParsedComment } from '@sellary/contracts';

/** Stands where a name was. */
export const ERASED_NAME = 'Erased viewer';

/** Whose traces are taken out: a buyer, the nameless buyers that their comments had before the author was known, and every claim of these in the show. */
export interface Subject {
  buyerIds: ReadonlySet<string>;
  claimIds: ReadonlySet<string>;
}

/** Whether a buyer's platform id is that of somebody erased, or about to be. */
export const isErased = (platformUserId: string): boolean => /^eras(ed|ing):/.test(platformUserId);

type Fields = Record<string, unknown>;

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** What an erased buyer is called by the platform's own id from now on: unique, and nobody's. */
export const erasedUserId = (buyerId: string): string => `erased:${buyerId}`;

/** Whether a JSON text names the viewer, by the ids that every record of them carries. Far cheaper than reading it. */
export function mentions(json: string, { buyerIds, claimIds }: Subject): boolean {
  for (const [id] of json.matchAll(UUID)) if (buyerIds.has(id) || claimIds.has(id)) return true;
  return false;
}

/**
 * The value without the viewer: names, platform id, what they wrote, and notes about them. Ids, statuses, outcomes and item keys stay, so that
 * replay still finds every decision. Lists of winners and promoted claims are looked through as well. `about` = the value as a whole is about them.
 */
export function redact(value: unknown, subject: Subject, about = false): unknown {
  if (Array.isArray(value)) return value.map((part) => redact(part, subject, about));
  if (!isFields(value)) return value;
  const own = concerns(value, subject) ?? about;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, own ? without(key, part, value, subject) : redact(part, subject)]),
  );
}

/** What is left of an intent: what was decided on, not how it was written. */
export const redactParsed = (parsed: ParsedComment): ParsedComment => ({ ...parsed, intents: parsed.intents.map(redactIntent) });

const redactIntent = ({ act, item, qty, rule }: Intent): Intent => ({
  ...{ act, item, itemText: '', qty, word: null, rule },
  span: { start: 0, end: 0 },
});

/** Whether an object is the viewer's own; null where it does not say, so that it is as what holds it. */
function concerns(value: Fields, { buyerIds, claimIds }: Subject): boolean | null {
  const isTheirs = (id: unknown): boolean => typeof id === 'string' && buyerIds.has(id);
  if ('platformUserId' in value) return isTheirs(value['id']);
  const buyer = value['buyer'] ?? (isFields(value['comment']) ? value['comment']['buyer'] : undefined);
  if (isFields(buyer)) return isTheirs(buyer['id']);
  if (typeof value['buyerId'] === 'string') return isTheirs(value['buyerId']);
  if (typeof value['claimId'] === 'string') return claimIds.has(value['claimId']);
  return null;
}

function without(key: string, part: unknown, holder: Fields, subject: Subject): unknown {
  switch (key) {
    case 'handle':
    case 'displayName':
    case 'userHandle':
      return typeof part === 'string' ? ERASED_NAME : part;
    case 'platformUserId':
      return erasedUserId(String(holder['id']));
    case 'text':
      return '';
    case 'rawText':
    case 'editedText':
    case 'notes':
    case 'operatorNotes':
    case 'match':
      return null;
    case 'parsed':
      return isFields(part) && Array.isArray(part['intents']) ? redactParsed(part as unknown as ParsedComment) : part;
    default:
      return redact(part, subject, true);
  }
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
