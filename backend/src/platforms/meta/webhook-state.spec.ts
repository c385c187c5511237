import { PlatformError, type WebhookFacts } from '@sellary/extension-kit';
import { judge as judgeWebhooks, type SubscriptionNeeds } from './webhook-state';

interface Subject {
  displayName: string;
  needs: SubscriptionNeeds;
  callback: { path: string; url: string | null };
}
const judge = ({ needs, ...subject }: Subject, facts: WebhookFacts) => judgeWebhooks(needs, subject, facts);

const page: Subject = {
  displayName: 'Demo Page',
  needs: {
    fields: ['feed', 'live_videos'],
    anyField: false,
    app: { name: 'Page', fields: ['feed', 'live_videos'] },
    withoutWebhooks: 'Edits and deletions do not arrive',
  },
  callback: { path: '/api/webhooks/facebook', url: 'https://sale.example/api/webhooks/facebook' },
};
const BOTH = ['feed', 'live_videos'];
const instagram: Subject = { ...page, needs: { ...page.needs, fields: ['feed'], anyField: true } };
const allOn: WebhookFacts = {
  subscribed: ['feed', 'live_videos'],
  app: { callbackUrl: 'https://sale.example/api/webhooks/facebook/', fields: ['live_videos', 'feed'] },
};

describe('Webhook state', () => {
  it("The state is on if the page and the app have every field in any order, even if the app's address has a trailing slash.", () => {
    expect(judge(page, allOn)).toEqual({ state: 'on', problem: null });
  });

  it('The problem states what happened, what it means, and what to do.', () => {
    expect(judge(page, { ...allOn, subscribed: null }).problem).toBe(
      'The Meta app is not subscribed to Demo Page. Edits and deletions do not arrive. Select Subscribe again.',
    );
    expect(judge(page, { ...allOn, app: null })).toEqual({
      state: 'off',
      problem:
        "The Meta app's Page webhook is not set up. Edits and deletions do not arrive. Enter https://sale.example/api/webhooks/facebook with the fields feed and live_videos in the app's dashboard (Webhooks, Page).",
    });
  });

  it('The state is partial if the page or the app lacks a field.', () => {
    expect(judge(page, { ...allOn, subscribed: ['feed'] })).toMatchObject({
      state: 'partial',
      problem: expect.stringContaining('is missing the field live_videos'),
    });
    const app = { callbackUrl: 'https://sale.example/api/webhooks/facebook', fields: ['live_videos'] };
    expect(judge(page, { ...allOn, app })).toMatchObject({
      state: 'partial',
      problem: expect.stringContaining('Add the field feed in'),
    });
  });

  it('For an account behind a page, the state is on with any page field, and off without a subscription.', () => {
    expect(judge(instagram, { ...allOn, subscribed: ['messages'] }).state).toBe('on');
    expect(judge(instagram, { ...allOn, subscribed: [] }).state).toBe('partial');
    expect(judge(instagram, { ...allOn, subscribed: null }).state).toBe('off');
  });

  it("The state is on if this server's address is unknown, the platform does not report the app's webhook, or the addresses differ only in the loopback host.", () => {
    const local = { ...page, callback: { path: '/api/webhooks/facebook', url: null } };
    expect(
      judge(local, { ...allOn, app: { callbackUrl: 'http://elsewhere', fields: ['feed', 'live_videos'] } })
        .state,
    ).toBe('on');
    expect(judge(page, { ...allOn, app: undefined }).state).toBe('on');
    const loopback = { ...page, callback: { path: '/hook', url: 'http://localhost:3000/hook' } };
    expect(
      judge(loopback, { ...allOn, app: { callbackUrl: 'http://127.0.0.1:3000/hook', fields: BOTH } }).state,
    ).toBe('on');
  });

  it('The state is unknown if the check failed, and the problem explains what to do.', () => {
    const refused = judge(page, { ...allOn, subscribed: new PlatformError('permission', 'Refused.') });
    expect(refused).toEqual({
      state: 'unknown',
      problem:
        'It is unclear whether instant updates are on for Demo Page. Refused. A permission is missing (for Pages: pages_manage_metadata). Connect the account again and allow everything.',
    });
    expect(judge(page, { ...allOn, app: new PlatformError('transient', 'No answer.') }).problem).toContain(
      'No answer. Select Check now in a few minutes.',
    );
  });
});
