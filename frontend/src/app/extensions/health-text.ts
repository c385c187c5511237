import type { FollowerHealth } from '@sellary/contracts';

export interface ExtensionHealth {
  isGood: boolean;
  text: string;
}

/** The state of an extension in one line: events that wait, fail, or were set aside. */
export function healthOf(followers: readonly FollowerHealth[]): ExtensionHealth {
  const total = (count: (follower: FollowerHealth) => number): number =>
    followers.reduce((sum, follower) => sum + count(follower), 0);
  const parked = total((follower) => follower.parked);
  const retrying = total((follower) => follower.showsRetrying);
  const behind = total((follower) => follower.rowsBehind);
  const parts = [
    ...(parked > 0 ? [parkedText(parked)] : []),
    ...(retrying > 0 ? [$localize`:@@extensions.health.retrying:Retrying after a failure`] : []),
    ...(behind > 0 ? [behindText(behind)] : []),
  ];
  if (followers.length > 0 && parts.length === 0) {
    parts.push($localize`:@@extensions.health.up-to-date:Up to date`);
  }
  return { isGood: parked === 0 && retrying === 0, text: parts.join(' · ') };
}

const parkedText = (count: number): string =>
  count === 1
    ? $localize`:@@extensions.health.parked-one:1 event set aside`
    : $localize`:@@extensions.health.parked:${count}:count: events set aside`;

const behindText = (count: number): string =>
  count === 1
    ? $localize`:@@extensions.health.behind-one:1 event waiting`
    : $localize`:@@extensions.health.behind:${count}:count: events waiting`;
