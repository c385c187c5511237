import { type AdapterDetails, type OpenConnection, PlatformError } from '@sellary/extension-kit';
import { idOf } from './graph/graph-json';
import { LOGIN_KINDS, type LoginKind } from './graph/login-kind';
import { fieldsOf } from '../../kernel';

/** Data stored with a connection of either platform. */
interface MetaDetails extends AdapterDetails {
  login: LoginKind;
  /** The Facebook Page that gives access to an Instagram account; null if access is direct. */
  pageId: string | null;
}

/** Reads stored data. @returns null if it does not have the form of `MetaDetails` */
function readDetails(stored: unknown): MetaDetails | null {
  const { login, pageId } = fieldsOf(stored);
  const kind = LOGIN_KINDS.find((candidate) => candidate === login);
  const page = pageId === null ? null : idOf(pageId);
  return kind === undefined || (page === null && pageId !== null) ? null : { login: kind, pageId: page };
}

/** @throws PlatformError `reconnect` if the stored data cannot be used */
export function detailsOf({ details }: Pick<OpenConnection, 'details'>): MetaDetails {
  const metaDetails = readDetails(details);
  if (metaDetails === null) {
    throw new PlatformError('reconnect', "This account's stored data cannot be read.");
  }
  return metaDetails;
}

/** A connection's login kind. Never throws, so that a connection can always be described. */
export const loginOf = (details: unknown): LoginKind => readDetails(details)?.login ?? 'facebook';

/** Id of a person's grant. The person's ids differ between the two ways to sign in. */
export const grantIdOf = (login: LoginKind, personId: string): string => `${login} ${personId}`;
