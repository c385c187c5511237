/**
 * Calls `wake` when the page, the device, or the network is back, until the signal aborts. `newNetwork` is
 * true if the network may have changed.
 */
export function onWakeUp(document: Document, signal: AbortSignal, wake: (newNetwork: boolean) => void): void {
  const { defaultView: window } = document;
  window?.addEventListener('online', () => wake(true), { signal });
  window?.addEventListener('pageshow', () => wake(false), { signal });
  for (const type of ['visibilitychange', 'resume']) {
    document.addEventListener(type, () => document.visibilityState === 'visible' && wake(false), { signal });
  }
}
