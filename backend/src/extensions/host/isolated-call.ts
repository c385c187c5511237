import { runAfter, runIsolated } from '../../kernel';

/** Maximum duration of one call to an extension's code. */
const MAX_CALL_MS = 10_000;

/**
 * Calls an extension's code in isolation: its delays and errors affect only its own work.
 * @throws what the code throws, or an error with the name of the call if it takes too long
 */
export async function inIsolation<T>(
  extension: string,
  call: string,
  work: () => Promise<T> | T,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = runAfter(call, MAX_CALL_MS, () =>
      reject(new Error(`${call} took longer than ${MAX_CALL_MS / 1000} s.`)),
    );
  });
  const running = runIsolated(`extension ${extension}`, async () => work());
  // After the timeout, no other code handles an error of this call.
  running.catch(() => undefined);
  try {
    return await Promise.race([running, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
