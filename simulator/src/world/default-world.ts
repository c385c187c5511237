import type { Broadcast, SimInstagramAccount, SimPage } from './shapes';
import type { World } from './world';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const PAGES: readonly SimPage[] = [
  {
    id: '1000001',
    name: 'Wren & Willow Vintage',
    username: 'wrenandwillow',
    category: 'Clothing store',
    instagramId: '17840000000000001',
    engagedUsers: 100,
    portfolio: false,
    hasRole: true,
  },
  {
    id: '1000002',
    name: 'Harbor Street Finds',
    username: 'harborstreet',
    category: 'Thrift store',
    instagramId: null,
    engagedUsers: 100,
    portfolio: false,
    hasRole: true,
  },
];

const ACCOUNTS: readonly SimInstagramAccount[] = [
  {
    id: '17840000000000001',
    appScopedId: '6500000000000001',
    username: 'wren.and.willow',
    name: 'Wren & Willow Vintage',
    login: 'page',
  },
  {
    id: '17840000000000002',
    appScopedId: '6500000000000002',
    username: 'second.spring',
    name: 'Second Spring',
    login: 'instagram',
  },
];

type BroadcastSeed = Pick<Broadcast, 'platform' | 'id' | 'videoId' | 'ownerId' | 'title' | 'description'>;

const BROADCASTS: readonly BroadcastSeed[] = [
  {
    platform: 'facebook',
    id: '2000001',
    videoId: '3000001',
    ownerId: '1000001',
    title: 'Sunday sale',
    description: 'Forty pieces, most of them one of a kind',
  },
  {
    platform: 'facebook',
    id: '2000002',
    videoId: '3000002',
    ownerId: '1000002',
    title: 'Harbor finds, live',
    description: null,
  },
  {
    platform: 'instagram',
    id: '17990000000000001',
    videoId: '17990000000000001',
    ownerId: '17840000000000001',
    title: null,
    description: null,
  },
  {
    platform: 'instagram',
    id: '17990000000000002',
    videoId: '17990000000000002',
    ownerId: '17840000000000002',
    title: null,
    description: null,
  },
];

/** The user of the rehearsal's sign-in dialog. */
export const SELLER = { id: '7000001', name: 'Robin Seller' };

/**
 * Adds two pages, one with a linked Instagram account, and an Instagram account that signs in directly, each
 * with one broadcast. The first page also has a recording of an older show, to catch a client that treats
 * every video as live.
 */
export function seedDefaultWorld(world: World, live: boolean): void {
  const now = world.clock.now();
  world.users.set(SELLER.id, SELLER);
  for (const page of PAGES) world.pages.set(page.id, { ...page });
  for (const account of ACCOUNTS) world.accounts.set(account.id, { ...account });
  for (const broadcast of BROADCASTS) {
    world.broadcasts.set(broadcast.id, {
      ...broadcast,
      status: live ? 'LIVE' : 'UNPUBLISHED',
      createdAt: now - MINUTE_MS,
      startedAt: live ? now : null,
      viewers: 20 + world.chance.below(200),
    });
  }
  seedRecording(world, now - 7 * DAY_MS);
}

function seedRecording(world: World, startedAt: number): void {
  const recording: Broadcast = {
    platform: 'facebook',
    id: '2000009',
    videoId: '3000009',
    ownerId: '1000001',
    title: 'Last Sunday',
    description: null,
    status: 'VOD',
    createdAt: startedAt - MINUTE_MS,
    startedAt,
    viewers: 0,
  };
  world.broadcasts.set(recording.id, recording);
  for (const [index, text] of ['sold 7', 'lovely show, thank you'].entries()) {
    world.addComment({
      broadcast: recording,
      author: { id: `900000${index + 1}`, name: `Regular ${index + 1}` },
      text,
      createdAt: startedAt + (index + 1) * MINUTE_MS,
    });
  }
}
