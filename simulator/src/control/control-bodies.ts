import type { CrowdOptions, CommentTreatment } from '../audience/crowd';
import type { Fault } from '../faults/fault-injection';
import { LIVE_STATUSES, type SimPage } from '../world/shapes';
import type { Offer } from './crowds';
import { withoutUndefined, type Given } from './given';
import type { InjectedComment, NewBroadcast } from './broadcasts';

// Functions that turn a body of the control API into the parameters of a method of Control.

export function newBroadcastOf(given: Given): NewBroadcast {
  return {
    owner: given.text('owner'),
    ...withoutUndefined({
      id: given.optionalText('id'),
      videoId: given.optionalText('videoId'),
      title: given.optionalText('title'),
      description: given.optionalText('description'),
      status: given.optionalChoice('status', LIVE_STATUSES),
      viewers: given.optionalNumber('viewers'),
    }),
  };
}

export function injectedOf(given: Given): InjectedComment {
  return {
    broadcastId: given.text('broadcastId'),
    text: given.optionalText('text') ?? '',
    ...withoutUndefined({
      id: given.optionalText('id'),
      authorId: given.optionalText('authorId'),
      authorName: given.optionalText('authorName'),
      createdAt: given.optionalNumber('createdAt'),
      releaseAfterMs: given.optionalNumber('releaseAfterMs'),
      parentId: given.optionalText('parentId'),
      lowQuality: given.optionalFlag('lowQuality'),
      anonymous: given.optionalFlag('anonymous'),
      attachment: given.optionalChoice('attachment', ['sticker', 'photo']),
    }),
  };
}

export const offerOf = (given: Given): Offer => ({
  items: given.optionalTexts('items') ?? [],
  variants: given.optionalTextLists('variants') ?? {},
  words: {
    claimWords: given.optionalTexts('claimWords') ?? [],
    passWords: given.optionalTexts('passWords') ?? [],
  },
});

export function crowdOf(given: Given): [CrowdOptions, Partial<CommentTreatment>] {
  return [
    withoutUndefined({
      seed: given.optionalNumber('seed'),
      rate: given.optionalNumber('rate'),
      burst: given.optionalNumber('burst'),
      comments: given.optionalNumber('comments'),
      items: given.optionalTexts('items'),
      variants: given.optionalTextLists('variants'),
    }),
    withoutUndefined({
      held: given.optionalNumber('held'),
      longestHoldMs: given.optionalNumber('longestHoldMs'),
      lowQuality: given.optionalNumber('lowQuality'),
      anonymous: given.optionalNumber('anonymous'),
      replies: given.optionalNumber('replies'),
    }),
  ];
}

export function faultOf(given: Given): Partial<Fault> {
  const times = given.optionalNumber('times');
  return withoutUndefined({
    path: given.optionalText('path'),
    method: given.optionalText('method'),
    page: given.optionalChoice('page', ['first', 'later']),
    times: times === 0 ? null : times,
    share: given.optionalNumber('share'),
    code: given.optionalNumber('code'),
    subcode: given.optionalNumber('subcode'),
    message: given.optionalText('message'),
    status: given.optionalNumber('status'),
    body: given.optionalText('body'),
    headers: given.optionalTextMap('headers'),
    delayMs: given.optionalNumber('delayMs'),
  });
}

export function pageOf(given: Given): Partial<Pick<SimPage, 'engagedUsers' | 'portfolio' | 'hasRole'>> {
  return withoutUndefined({
    engagedUsers: given.optionalNumber('engagedUsers'),
    portfolio: given.optionalFlag('portfolio'),
    hasRole: given.optionalFlag('hasRole'),
  });
}
