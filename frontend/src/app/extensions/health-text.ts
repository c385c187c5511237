import type { FollowerHealth, JobCounts } from '@sellary/contracts';

interface ExtensionHealth {
  isGood: boolean;
  text: string;
}

/** An extension's state in one line: events and jobs that are waiting, have failed, or were set aside. */
export function healthOf(followers: readonly FollowerHealth[], jobs: JobCounts | null): ExtensionHealth {
  const total = (count: (follower: FollowerHealth) => number): number =>
    followers.reduce((sum, follower) => sum + count(follower), 0);
  const parked = total((follower) => follower.parked);
  const retrying = total((follower) => follower.showsRetrying);
  const behind = total((follower) => follower.rowsBehind);
  const { waiting = 0, retrying: jobsRetrying = 0, failed = 0 } = jobs ?? {};
  const parts = [
    ...(failed > 0 ? [failedJobsText(failed)] : []),
    ...(parked > 0 ? [parkedText(parked)] : []),
    ...(retrying > 0 ? [$localize`:@@extensions.health.retrying:Retrying after a failure`] : []),
    ...(jobsRetrying > 0 ? [$localize`:@@extensions.health.jobs-retrying:Retrying outgoing jobs`] : []),
    ...(behind > 0 ? [behindText(behind)] : []),
    ...(waiting > 0 ? [waitingJobsText(waiting)] : []),
  ];
  if ((followers.length > 0 || jobs !== null) && parts.length === 0) {
    parts.push($localize`:@@extensions.health.up-to-date:Up to date`);
  }
  return { isGood: parked + retrying + failed + jobsRetrying === 0, text: parts.join(' · ') };
}

const parkedText = (count: number): string =>
  count === 1
    ? $localize`:@@extensions.health.parked-one:1 event set aside`
    : $localize`:@@extensions.health.parked:${count}:count: events set aside`;

const behindText = (count: number): string =>
  count === 1
    ? $localize`:@@extensions.health.behind-one:1 event waiting`
    : $localize`:@@extensions.health.behind:${count}:count: events waiting`;

const failedJobsText = (count: number): string =>
  count === 1
    ? $localize`:@@extensions.health.jobs-failed-one:1 outgoing job failed`
    : $localize`:@@extensions.health.jobs-failed:${count}:count: outgoing jobs failed`;

const waitingJobsText = (count: number): string =>
  count === 1
    ? $localize`:@@extensions.health.jobs-waiting-one:1 outgoing job waiting`
    : $localize`:@@extensions.health.jobs-waiting:${count}:count: outgoing jobs waiting`;
