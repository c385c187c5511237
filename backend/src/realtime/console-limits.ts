import { Injectable } from '@nestjs/common';
import { ApiError, Clock, TokenBucket } from '../kernel';
import type { ConsoleSocket } from './consoles';

const MAX_SHOWS_PER_CONSOLE = 50;
const MAX_CONSOLES_PER_USER = 100;
const MAX_SHOWS_PER_USER = 250;
const MAX_CONSOLES_PER_WORKSPACE = 500;
const MAX_SHOWS_PER_WORKSPACE = 1_000;
/**
 * Rate limit for connecting and joining, per user. It allows a burst, so that all tabs can reconnect after a
 * restart, and then a steady rate.
 */
const MAX_JOIN_BURST = 200;
const MAX_JOINS_PER_SECOND = 10;

/**
 * Counts consoles, and the shows that they watch, per user and per workspace in this process, so that a
 * single user cannot use up the shared resources.
 */
@Injectable()
export class ConsoleLimits {
  private readonly byUser = new Map<string, Set<ConsoleSocket>>();
  private readonly byWorkspace = new Map<string, Set<ConsoleSocket>>();
  private readonly buckets = new Map<string, TokenBucket>();

  constructor(private readonly clock: Clock) {}

  /**
   * Counts a new console.
   * @throws ApiError RATE_LIMITED
   */
  admit(socket: ConsoleSocket): void {
    const { userId, workspaceId } = socket.data.principal;
    this.checkPace(userId);
    if (this.consolesOf(userId).length >= MAX_CONSOLES_PER_USER) {
      throw tooMany(
        `This user already has ${MAX_CONSOLES_PER_USER} consoles open, which is the maximum. Close some of them.`,
      );
    }
    if ((this.byWorkspace.get(workspaceId)?.size ?? 0) >= MAX_CONSOLES_PER_WORKSPACE) {
      throw tooMany(
        `This workspace already has ${MAX_CONSOLES_PER_WORKSPACE} consoles open, which is the maximum. Close some of them.`,
      );
    }
    add(this.byUser, userId, socket);
    add(this.byWorkspace, workspaceId, socket);
  }

  remove(socket: ConsoleSocket): void {
    remove(this.byUser, socket.data.principal.userId, socket);
    remove(this.byWorkspace, socket.data.principal.workspaceId, socket);
  }

  consolesOf(userId: string): ConsoleSocket[] {
    return [...(this.byUser.get(userId) ?? [])];
  }

  /**
   * Checks that a console may watch one more show.
   * @throws ApiError RATE_LIMITED
   */
  checkShowCounts(socket: ConsoleSocket): void {
    const { userId, workspaceId } = socket.data.principal;
    if (countShows([socket]) >= MAX_SHOWS_PER_CONSOLE) {
      throw tooMany(`One console can watch at most ${MAX_SHOWS_PER_CONSOLE} shows. Leave one first.`);
    }
    if (countShows(this.byUser.get(userId) ?? []) >= MAX_SHOWS_PER_USER) {
      throw tooMany(
        `One user's consoles can watch at most ${MAX_SHOWS_PER_USER} shows in total. Close some of those consoles.`,
      );
    }
    if (countShows(this.byWorkspace.get(workspaceId) ?? []) >= MAX_SHOWS_PER_WORKSPACE) {
      throw tooMany(
        `One workspace's consoles can watch at most ${MAX_SHOWS_PER_WORKSPACE} shows in total. Close some of those consoles.`,
      );
    }
  }

  /** @throws ApiError RATE_LIMITED if a user's consoles connect or join too fast */
  checkPace(userId: string): void {
    const now = this.clock.now();
    const bucket = this.buckets.get(userId) ?? new TokenBucket(MAX_JOIN_BURST, MAX_JOINS_PER_SECOND, now);
    this.buckets.set(userId, bucket);
    if (!bucket.tryTake(now)) {
      throw tooMany('This user is connecting or joining too often. Wait a few seconds.');
    }
  }

  /** Removes full buckets, because a new bucket is also full. */
  prune(): void {
    const now = this.clock.now();
    for (const [userId, bucket] of this.buckets) if (bucket.isFull(now)) this.buckets.delete(userId);
  }
}

/** Counts the shows that consoles are watching or joining. A show counts once for each console. */
function countShows(consoles: Iterable<ConsoleSocket>): number {
  let shows = 0;
  for (const { data } of consoles) shows += data.shows.size + data.joining;
  return shows;
}

function add(map: Map<string, Set<ConsoleSocket>>, key: string, socket: ConsoleSocket): void {
  map.set(key, (map.get(key) ?? new Set()).add(socket));
}

function remove(map: Map<string, Set<ConsoleSocket>>, key: string, socket: ConsoleSocket): void {
  const sockets = map.get(key);
  sockets?.delete(socket);
  if (sockets?.size === 0) map.delete(key);
}

const tooMany = (message: string): ApiError => new ApiError('RATE_LIMITED', message);
