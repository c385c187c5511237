import type { AuditRecord } from '@sellary/contracts';
import { isBuyer, nameOfBuyer } from './changes';

/**
 * Types of objects whose names are left out: a user is the one who acted, and the reader knows the workspace.
 */
const UNNAMED = new Set(['user', 'workspace']);
const NAME_FIELDS = ['name', 'email', 'displayName', 'extension'] as const;
const MAX_ITEMS = 3;

/**
 * Name of the object that an act changed, from the state after the act, or else from the state before it;
 * null if neither state contains a name.
 */
export function subjectName({
  entityType,
  before,
  after,
}: Pick<AuditRecord, 'entityType' | 'before' | 'after'>): string | null {
  if (UNNAMED.has(entityType)) return null;
  return nameIn(after) ?? nameIn(before);
}

function nameIn(state: unknown): string | null {
  if (Array.isArray(state)) {
    const numbers = state.flatMap((item: unknown) => itemName(item) ?? []);
    return numbers.length > 0 && numbers.length <= MAX_ITEMS ? numbers.join(', ') : null;
  }
  const fields = fieldsOf(state);
  // The response of an act often wraps its subject.
  const subject = fieldsOf(fields['claim'] ?? fields['comment'] ?? state);
  const buyer = subject['buyer'];
  const buyerAndItem = [isBuyer(buyer) ? nameOfBuyer(buyer) : null, itemName(subject)]
    .filter(isText)
    .join(', ');
  const { word } = fields;
  return (
    (buyerAndItem || null) ??
    NAME_FIELDS.map((field) => fields[field]).find(isText) ??
    (isText(word) ? `“${word}”` : null)
  );
}

const itemName = (item: unknown): string | null => {
  const { itemNumber } = fieldsOf(item);
  return isText(itemNumber) ? `#${itemNumber}` : null;
};

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
