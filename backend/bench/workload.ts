import type { LiveComment } from '@sellary/extension-kit';

const CHATTER = [
  'hello everyone',
  'love this one 😍',
  'how much is it?',
  'can you show the back please',
  'greetings from Ohio',
  'so pretty!!',
  'what size is that',
];
export const ITEMS = 40;

export type Workload = 'mix' | 'hot';

let commentCount = 0;

/**
 * `mix`: 60 % chatter, 35 % claims spread over the items, 5 % passes, from 2,000 viewers. `hot`: every viewer
 * claims item 1.
 */
export function* comments(workload: Workload, liveId: string, random: () => number): Generator<LiveComment> {
  for (;;) {
    commentCount += 1;
    const user = `viewer-${workload === 'hot' ? commentCount : Math.floor(random() * 2_000)}`;
    const item = 1 + Math.floor(random() * ITEMS);
    const dice = random();
    const text =
      workload === 'hot'
        ? 'sold 1'
        : dice < 0.6
          ? (CHATTER[Math.floor(random() * CHATTER.length)] ?? '')
          : dice < 0.95
            ? `sold ${item}`
            : `pass ${item}`;
    yield {
      platform: 'rehearsal',
      liveId,
      commentId: `bench-${commentCount}`,
      author: { userId: user, handle: user },
      text,
      writtenAt: null,
      secondsOnly: false,
      byHost: false,
    };
  }
}

export function take<T>(source: Generator<T>, count: number): T[] {
  return Array.from({ length: count }, () => source.next().value as T);
}

export const median = (values: number[]): number => quantile(values, 0.5);

export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
