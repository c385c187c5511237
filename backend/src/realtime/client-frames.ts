import { TokenBucket, guardListener } from '../kernel';
import type { ConsoleSocket } from './consoles';

/** Handles a frame; `response` does nothing if the client requested no response. */
type FrameHandler = (request: unknown, response: (message: unknown) => void) => unknown;

const MAX_FRAMES_AT_ONCE = 200;
const MAX_FRAMES_PER_SECOND = 50;
/** Maximum number of frames over the rate limit that are dropped before the connection is closed. */
const MAX_DROPPED_FRAMES = 1_000;

/**
 * Passes a client's frames to their handlers. A frame without a handler, such as `error` or `__proto__`, is
 * dropped. A handler's failure is reported and does not affect other clients.
 */
export function receiveFrames(socket: ConsoleSocket, handlers: ReadonlyMap<unknown, FrameHandler>): void {
  const pace = new TokenBucket(MAX_FRAMES_AT_ONCE, MAX_FRAMES_PER_SECOND, Date.now());
  let droppedFrames = 0;
  // This middleware never calls `next`, which would emit the frame to listeners such as the `error` listener
  // below.
  socket.use(
    guardListener('console frame', ([name, ...values]: unknown[]) => {
      if (!pace.tryTake(Date.now())) {
        droppedFrames += 1;
        if (droppedFrames > MAX_DROPPED_FRAMES) socket.disconnect(true);
        return;
      }
      const handler = socket.connected ? handlers.get(name) : undefined;
      if (handler === undefined) return;
      const ack = values.find((value) => typeof value === 'function') as
        ((message: unknown) => void) | undefined;
      return handler(typeof values[0] === 'function' ? undefined : values[0], ack ?? (() => undefined));
    }),
  );
  // Does nothing, because Socket.IO itself disconnects a client that sends an unreadable frame.
  socket.on('error', () => undefined);
}
