import type { Role } from '@sellary/contracts';

/** Ids of the rows that a test prepared in a workspace, for request paths and bodies. */
export interface WorkspaceIds {
  workspaceId: string;
  /** Draft show with one item. */
  draftId: string;
  draftItemId: string;
  /** Active show with one item and one claim by `ann`. */
  showId: string;
  itemId: string;
  /** A second source of the active show. */
  sourceId: string;
  claimId: string;
  /** A comment awaiting review in the active show. */
  reviewId: string;
  /** The buyer of `claimId`. */
  buyerId: string;
  /** Another person's buyer account. */
  otherBuyerId: string;
  /** The basket of `buyerId` in the active show. */
  basketId: string;
  /** A merge into the person of `buyerId`. */
  mergeId: string;
  connectionId: string;
  /** A member that no test depends on. */
  memberId: string;
  inviteId: string;
  ownerId: string;
  /** A second session of the member with the viewer role. */
  viewerSessionId: string;
  templateId: string;
  /** A job from the sample extension. */
  jobId: string;
}

/** The same id for every row. */
export const sameId = (id: string): WorkspaceIds => ({
  workspaceId: id,
  draftId: id,
  draftItemId: id,
  showId: id,
  itemId: id,
  sourceId: id,
  claimId: id,
  reviewId: id,
  buyerId: id,
  otherBuyerId: id,
  basketId: id,
  mergeId: id,
  connectionId: id,
  memberId: id,
  inviteId: id,
  ownerId: id,
  viewerSessionId: id,
  templateId: id,
  jobId: id,
});

export interface ApiRoute {
  /** The minimum role for this call, or `public` if no sign-in is required. */
  minRole: Role | 'public';
  path: (ids: WorkspaceIds) => string;
  body?: (ids: WorkspaceIds) => unknown;
  /** Callers from another workspace get their own data instead of 404. */
  ownData?: true;
  /** The call ends the caller's own session. */
  endsSession?: true;
  /** The call ends all of the caller's other sessions. */
  endsOthers?: true;
}

const routeFor =
  (minimum: ApiRoute['minRole']) =>
  (path: ApiRoute['path'], extra: Omit<ApiRoute, 'minRole' | 'path'> = {}): ApiRoute => ({
    minRole: minimum,
    path,
    ...extra,
  });
export const [anyone, viewer, operator, admin] = [
  routeFor('public'),
  routeFor('viewer'),
  routeFor('operator'),
  routeFor('admin'),
];

export const fixedPath = (path: string) => (): string => path;
/** A body without fields. */
export const emptyBody = (): unknown => ({});
