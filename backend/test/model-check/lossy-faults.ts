import type { Simulator } from '@sellary/simulator';

/** Makes the platform lose, delay, repeat, and refuse comments, in polling and in webhooks. */
export function setLossyFaults({ control }: Simulator, page: string, webhookUrl: string): void {
  control.setPage(page, { engagedUsers: 1_000_000 });
  for (const kind of ['reset', 'html', 'truncate'] as const) {
    control.fault({ kind, path: '/comments', share: 0.04, times: null });
  }
  for (const code of [1, 2]) {
    control.fault({ kind: 'graph', code, path: '/comments', share: 0.03, times: null });
  }
  control.fault({ kind: 'timeout', path: '/comments', share: 0.01, delayMs: 300, times: null });
  control.fault({ kind: 'slow', path: '/comments', share: 0.02, delayMs: 100, times: null });
  control.setWebhooks({
    dropped: 0.6,
    duplicates: 0.2,
    reordered: true,
    delayed: 0.3,
    longestDelayMs: 60_000,
    forged: 0.1,
    batchWindowMs: 100,
  });
  control.subscribe('page', webhookUrl);
}
