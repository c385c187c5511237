import { OutgoingQueue } from '@sellary/extension-kit';
import { DueRuns } from './due-runs';
import { JobCopies } from './job-copies';
import { JobHandlers } from './job-handlers';
import { JobQueue } from './job-queue';
import { JobResults } from './job-results';
import { JobRuns } from './job-runs';
import { JobWorkers } from './job-workers';

export const OUTGOING_PROVIDERS = [
  JobHandlers,
  JobRuns,
  JobQueue,
  JobResults,
  DueRuns,
  JobWorkers,
  JobCopies,
  { provide: OutgoingQueue, useExisting: JobQueue },
];
