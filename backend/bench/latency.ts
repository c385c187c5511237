import type { ClaimIntake } from '../src/claim-engine';
import { seeded } from '../test/seeded';
import { comments, quantile, type Workload } from './workload';

export interface Latency {
  rate: number;
  sent: number;
  p50: number;
  p99: number;
  max: number;
}

/**
 * Sends comments at fixed times, whether or not earlier ones have been answered. Latency is measured from
 * these times, in milliseconds.
 */
export async function openLoop(
  intake: ClaimIntake,
  show: { id: string; liveId: string },
  rate: number,
  seconds: number,
  workload: Workload = 'mix',
): Promise<Latency> {
  const source = comments(workload, show.liveId, seeded(rate));
  const latencies: number[] = [];
  const responses: Promise<void>[] = [];
  const started = performance.now();
  const total = rate * seconds;
  await new Promise<void>((resolve) => {
    let sent = 0;
    const timer = setInterval(() => {
      for (; sent < total && started + (sent * 1000) / rate <= performance.now(); sent++) {
        const due = started + (sent * 1000) / rate;
        responses.push(
          intake
            .submit(show.id, [source.next().value as never])
            .then(() => void latencies.push(performance.now() - due)),
        );
      }
      if (sent < total) return;
      clearInterval(timer);
      resolve();
    }, 1);
  });
  await Promise.all(responses);
  return {
    rate,
    sent: total,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    max: quantile(latencies, 1),
  };
}
