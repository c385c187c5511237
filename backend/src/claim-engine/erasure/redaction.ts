import type { AcceptedIntent, Intent, IntentOutcome, ParsedComment } from '@sellary/contracts';
import { type Fields, isFields } from '../../kernel';

/** The name of every erased viewer. */
export const ERASED_NAME = 'Erased viewer';

/**
 * The viewer to redact: a buyer, the hidden buyers of comments whose author became known later, and all their
 * claims in one show or in all shows.
 */
export interface Subject {
  buyerIds: ReadonlySet<string>;
  claimIds: ReadonlySet<string>;
}

/** True if the platform id belongs to a viewer who is erased or being erased. */
export const isErased = (platformUserId: string): boolean => /^eras(ed|ing):/.test(platformUserId);

/** SQL condition for `isErased` on the `buyers` row `alias`. */
export const erasedSql = (alias: string): string => `(${alias}.platform_user_id ~ '^eras(ed|ing):')`;

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** The platform id of an erased buyer. It is unique, and no account has it. */
export const erasedUserId = (buyerId: string): string => `erased:${buyerId}`;

/**
 * True if a JSON text contains the viewer's ids, as every record of the viewer does. Much cheaper than
 * parsing the text.
 */
export function mentions(json: string, { buyerIds, claimIds }: Subject): boolean {
  for (const [id] of json.matchAll(UUID)) if (buyerIds.has(id) || claimIds.has(id)) return true;
  return false;
}

/**
 * The value without the viewer: names, platform id, what they wrote, and notes about them. Ids, statuses,
 * outcomes, and item keys are kept, so that a replay still finds every decision. Lists of winners and
 * promoted claims are searched as well. `isAboutViewer`: everything in the value is about the viewer.
 */
export function redact(value: unknown, subject: Subject, isAboutViewer = false): unknown {
  if (Array.isArray(value)) return value.map((part) => redact(part, subject, isAboutViewer));
  if (!isFields(value)) return value;
  const belongsToViewer = isOfViewer(value, subject) ?? isAboutViewer;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      belongsToViewer ? redactPart(key, part, value, subject) : redact(part, subject),
    ]),
  );
}

/** Keeps the parts of each intent that decisions use, and drops the viewer's words. */
export const redactParsed = (parsed: ParsedComment): ParsedComment => ({
  ...parsed,
  intents: parsed.intents.map(redactIntent),
});

/** Drops the variants, which are in the viewer's words. */
export const redactOutcomes = (outcomes: IntentOutcome[]): IntentOutcome[] =>
  outcomes.map(({ variant: _, ...outcome }) => outcome);

const redactIntent = ({ act, item, qty, counted, rule, ...intent }: Intent): Intent => ({
  act,
  item,
  itemText: '',
  qty,
  word: null,
  rule,
  ...(counted === undefined ? {} : { counted }),
  ...listedVariant(intent),
  span: { start: 0, end: 0 },
});

/** Keeps the item's own variant, which the shop has named. Any other variant is in the viewer's words. */
const listedVariant = ({
  variant,
  listed,
}: {
  variant?: string | undefined;
  listed?: true | undefined;
}): Pick<Intent, 'variant' | 'listed'> =>
  listed === true && variant !== undefined ? { variant, listed } : {};

const redactAccepted = ({ variant, listed, ...intent }: AcceptedIntent): AcceptedIntent => ({
  ...intent,
  ...listedVariant({ variant, listed }),
});

/**
 * True if an object belongs to the viewer, false if it belongs to another viewer, or null if it names no
 * owner, so that its parent's owner applies.
 */
function isOfViewer(value: Fields, { buyerIds, claimIds }: Subject): boolean | null {
  const isTheirs = (id: unknown): boolean => typeof id === 'string' && buyerIds.has(id);
  if ('platformUserId' in value) return isTheirs(value['id']);
  const buyer = value['buyer'] ?? (isFields(value['comment']) ? value['comment']['buyer'] : undefined);
  if (isFields(buyer)) return isTheirs(buyer['id']);
  if (typeof value['buyerId'] === 'string') return isTheirs(value['buyerId']);
  if (typeof value['claimId'] === 'string') return claimIds.has(value['claimId']);
  return null;
}

function redactPart(key: string, part: unknown, parent: Fields, subject: Subject): unknown {
  switch (key) {
    case 'handle':
    case 'displayName':
    case 'userHandle':
      return typeof part === 'string' ? ERASED_NAME : part;
    case 'platformUserId':
      return erasedUserId(String(parent['id']));
    case 'text':
      return '';
    case 'rawText':
    case 'editedText':
    case 'notes':
    case 'operatorNotes':
    case 'match':
      return null;
    case 'parsed':
      return isFields(part) && Array.isArray(part['intents'])
        ? redactParsed(part as unknown as ParsedComment)
        : part;
    case 'variantAsked':
      return undefined;
    case 'intents':
      return Array.isArray(part) ? (part as AcceptedIntent[]).map(redactAccepted) : part;
    case 'outcomes':
      return Array.isArray(part) ? redactOutcomes(part as IntentOutcome[]) : part;
    default:
      return redact(part, subject, true);
  }
}
