import type { Clock } from '../../kernel';
import { CursorReader } from './cursor-reader';
import { NewestFirstReader } from './newest-first-reader';
import type { ReaderChannel, ProgressStore, SourceReader } from './source-reader';
import type { StoredReading } from './source-readings';
import type { SourceTarget } from './source-target';
import { StreamReader } from './stream-reader';

/** Creates the reader that matches how the source's platform provides comments. */
export function createReader(
  target: SourceTarget,
  reading: StoredReading,
  channel: ReaderChannel,
  readings: ProgressStore,
  clock: Clock,
): SourceReader {
  const { comments } = channel.adapter(target);
  switch (comments.kind) {
    case 'newest-first':
      return new NewestFirstReader(target, reading, comments, channel, readings, clock);
    case 'cursor':
      return new CursorReader(target, reading, comments, channel, readings, clock);
    case 'stream':
      return new StreamReader(target, reading, comments, channel, readings, clock);
  }
}
