import type { Json, JsonObject } from '../http/json';
import type { SimInstagramAccount, SimPage, SimUser } from '../world/shapes';
import type { Call } from './call';
import type { Field } from './fields';
import { pick, project, type NodeType } from './projection';
import { hasPageAccess } from './rights';

const TASKS = ['ADVERTISE', 'ANALYZE', 'CREATE_CONTENT', 'MESSAGING', 'MODERATE', 'MANAGE'];

const categoryOf = ({ category }: SimPage): JsonObject => ({
  id: String(2200 + category.length),
  name: category,
});

export const PAGE: NodeType<SimPage> = {
  name: 'Page',
  defaults: ['name'],
  fields: {
    name: ({ name }) => name,
    username: ({ username }) => username,
    category: ({ category }) => category,
    category_list: (page) => [categoryOf(page)],
    tasks: (_page, { token }): Json | undefined => (token.kind === 'USER' ? TASKS : undefined),
    access_token: (page, { platform, token }) => {
      if (token.kind === 'PAGE') return token.value;
      return token.kind === 'USER' && page.hasRole && hasPageAccess({ platform, token }, page)
        ? platform.tokens.pageToken(token, page.id).value
        : undefined;
    },
    instagram_business_account: linkedAccount,
    connected_instagram_account: linkedAccount,
    link: ({ username }) => `https://www.facebook.com/${username}`,
    fan_count: ({ engagedUsers }) => engagedUsers * 12,
    followers_count: ({ engagedUsers }) => engagedUsers * 12,
    is_published: () => true,
    picture: ({ id }, _call, field) => picture(`https://scontent.example/page/${id}.png`, field),
  },
};

function linkedAccount({ instagramId }: SimPage, call: Call, { subfields }: Field): JsonObject | undefined {
  const account = instagramId === null ? null : call.platform.world.accountOf(instagramId);
  return account === null ? undefined : project(INSTAGRAM_ACCOUNT, account, call, subfields ?? []);
}

const picture = (url: string, field: Field): JsonObject =>
  pick({ data: { height: 50, is_silhouette: false, url, width: 50 } }, field, 'Picture');

export const USER: NodeType<SimUser> = {
  name: 'User',
  defaults: ['name'],
  fields: {
    name: ({ name }) => name,
    first_name: ({ name }) => name.split(' ')[0] ?? name,
    last_name: ({ name }) => name.split(' ').at(-1) ?? name,
    email: (user, { platform }) =>
      platform.grants.has(user.id, 'email') ? 'robin.seller@example.com' : undefined,
    picture: ({ id }, _call, field) => picture(`https://scontent.example/user/${id}.png`, field),
  },
};

/** An Instagram account as a page's token sees it: `id` is the professional account's id. */
export const INSTAGRAM_ACCOUNT: NodeType<SimInstagramAccount> = {
  name: 'IGUser',
  defaults: [],
  fields: {
    username: ({ username }) => username,
    name: ({ name }) => name,
    ig_id: ({ id }) => Number(id.slice(-9)),
    followers_count: () => 1_200,
    follows_count: () => 80,
    media_count: () => 40,
    profile_picture_url: ({ id }) => `https://scontent.example/instagram/${id}.png`,
    biography: () => 'A rehearsal account',
  },
};
