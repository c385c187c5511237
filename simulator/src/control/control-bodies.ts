import type { CrowdOptions, CommentTreatment } from '../audience/crowd';
import type { Fault } from '../faults/fault-injection';
import { LIVE_STATUSES, type SimPage } from '../world/shapes';
import { ControlError } from './control-error';
import type { Offer } from './crowds';
import { withoutUndefined, type RequestValues } from './request-values';
import type { InjectedComment, NewBroadcast } from './broadcasts';

// Functions that turn a control API request body into parameters for a `Control` method.

export function newBroadcastOf(values: RequestValues): NewBroadcast {
  return {
    owner: values.text('owner'),
    ...withoutUndefined({
      id: values.optionalText('id'),
      videoId: values.optionalText('videoId'),
      title: values.optionalText('title'),
      description: values.optionalText('description'),
      status: values.optionalChoice('status', LIVE_STATUSES),
      viewers: values.optionalNumber('viewers'),
    }),
  };
}

export function injectedCommentOf(values: RequestValues): InjectedComment {
  return {
    broadcastId: values.text('broadcastId'),
    text: values.optionalText('text') ?? '',
    ...withoutUndefined({
      id: values.optionalText('id'),
      authorId: values.optionalText('authorId'),
      authorName: values.optionalText('authorName'),
      createdAt: values.optionalNumber('createdAt'),
      releaseAfterMs: values.optionalNumber('releaseAfterMs'),
      parentId: values.optionalText('parentId'),
      lowQuality: values.optionalFlag('lowQuality'),
      anonymous: values.optionalFlag('anonymous'),
      attachment: values.optionalChoice('attachment', ['sticker', 'photo']),
    }),
  };
}

export const offerOf = (values: RequestValues): Offer => ({
  items: values.optionalStrings('items') ?? [],
  variants: values.optionalStringLists('variants') ?? {},
  words: {
    claimWords: values.optionalStrings('claimWords') ?? [],
    passWords: values.optionalStrings('passWords') ?? [],
  },
});

export function crowdOf(values: RequestValues): [CrowdOptions, Partial<CommentTreatment>] {
  const items = values.optionalStrings('items');
  if (items?.length === 0) throw new ControlError('items must not be empty.');
  return [
    withoutUndefined({
      seed: values.optionalNumber('seed'),
      rate: values.optionalNumberBetween('rate', 0.01, 10_000),
      burst: values.optionalNumber('burst'),
      comments: values.optionalNumber('comments'),
      items,
      variants: values.optionalStringLists('variants'),
    }),
    withoutUndefined({
      held: values.optionalNumber('held'),
      longestHoldMs: values.optionalNumber('longestHoldMs'),
      lowQuality: values.optionalNumber('lowQuality'),
      anonymous: values.optionalNumber('anonymous'),
      replies: values.optionalNumber('replies'),
    }),
  ];
}

export function faultOf(values: RequestValues): Partial<Fault> {
  const times = values.optionalNumber('times');
  return withoutUndefined({
    path: values.optionalText('path'),
    method: values.optionalText('method'),
    page: values.optionalChoice('page', ['first', 'later']),
    times: times === 0 ? null : times, // null: no limit
    share: values.optionalNumber('share'),
    code: values.optionalNumber('code'),
    subcode: values.optionalNumber('subcode'),
    message: values.optionalText('message'),
    status: values.optionalNumber('status'),
    body: values.optionalText('body'),
    headers: values.optionalStringMap('headers'),
    delayMs: values.optionalNumber('delayMs'),
  });
}

export function simPageUpdateOf(
  values: RequestValues,
): Partial<Pick<SimPage, 'engagedUsers' | 'portfolio' | 'hasRole'>> {
  return withoutUndefined({
    engagedUsers: values.optionalNumber('engagedUsers'),
    portfolio: values.optionalFlag('portfolio'),
    hasRole: values.optionalFlag('hasRole'),
  });
}
