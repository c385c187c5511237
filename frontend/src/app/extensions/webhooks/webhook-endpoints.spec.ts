import { MatDialog } from '@angular/material/dialog';
import { of } from 'rxjs';
import { PageBench } from '../../../../testing/page-bench';
import { at } from '../../../../testing/wire';
import type { WebhookEndpoint } from '../../api/webhook-endpoints-api';
import type { Question } from '../../ui/confirm-dialog';
import { WebhookEndpoints } from './webhook-endpoints';

const ENDPOINTS = '/api/x/outgoing-webhooks/endpoints';
const SHOP: WebhookEndpoint = {
  id: 'shop',
  url: 'https://shop.example/hooks',
  eventTypes: ['claim.created'],
  enabled: true,
  previousSecretUntil: null,
  createdAt: at(0),
};
const EVENT_TYPES = ['claim.created', 'claim.released'];

describe('outgoing webhook endpoints', () => {
  let bench: PageBench;
  let jobsChangedCount: number;
  let isConfirmed: boolean;
  let questions: string[];
  const dialog = {
    open: (_: unknown, { data }: { data: Question }) => {
      questions.push(data.heading);
      return { afterClosed: () => of(isConfirmed) };
    },
  };

  async function answerList(...endpoints: WebhookEndpoint[]): Promise<void> {
    await bench.render();
    await bench.answer({ method: 'GET', url: ENDPOINTS }, { endpoints, eventTypes: EVENT_TYPES });
  }
  async function open(...endpoints: WebhookEndpoint[]): Promise<void> {
    questions = [];
    jobsChangedCount = 0;
    bench = new PageBench({ provide: MatDialog, useValue: dialog });
    const { componentInstance } = await bench.open(WebhookEndpoints);
    componentInstance.jobsChanged.subscribe(() => (jobsChangedCount += 1));
    await answerList(...endpoints);
  }
  afterEach(() => {
    bench.http.verify();
    bench.close();
  });

  const address = (): HTMLInputElement => bench.page.querySelector('#endpoint-url') as HTMLInputElement;
  const write = (value: string) => bench.enter(address(), value);

  it('An endpoint is added with the chosen events, and its secret is shown until the user hides it.', async () => {
    await open();
    expect(bench.text()).toContain('No endpoints receive webhooks yet.');
    await bench.press('Add endpoint');
    await bench.submit();
    await write(' https://shop.example/hooks ');
    await bench.click(bench.page.querySelectorAll<HTMLInputElement>('fieldset input')[1]);
    await bench.submit();
    const request = bench.http.expectOne({ method: 'POST', url: ENDPOINTS });
    expect(request.request.body).toEqual({
      url: 'https://shop.example/hooks',
      eventTypes: ['claim.released'],
    });
    request.flush({ ...SHOP, secret: 'whsec_new' });
    await answerList({ ...SHOP, eventTypes: ['claim.released'] });
    expect(bench.page.querySelector('form')).toBeNull();
    expect(bench.text()).toContain('whsec_new');
    expect(bench.text()).toContain('claim.released');
    await bench.press('Hide secret');
    expect(bench.text()).not.toContain('whsec_new');
  });

  it('If an address is rejected, the error is shown next to its field, and the address is not cleared.', async () => {
    await open();
    await bench.press('Add endpoint');
    await write('http://10.0.0.1');
    await bench.submit();
    await bench.reject(
      { method: 'POST', url: ENDPOINTS },
      400,
      'VALIDATION_FAILED',
      'The address must begin with https://.',
    );
    expect(bench.text(bench.page.querySelector('[role=alert]') as Element)).toBe(
      'The address must begin with https://.',
    );
    expect(address().value).toBe('http://10.0.0.1');
    expect(address().getAttribute('aria-invalid')).toBe('true');
    await bench.press('Cancel');
    await bench.press('Add endpoint');
    expect(bench.page.querySelector('[role=alert]')).toBeNull();
  });

  it('A switch returns to its old position if the change is rejected. A test webhook updates the job list.', async () => {
    await open(SHOP);
    const box = bench.page.querySelector<HTMLInputElement>('[role=switch]');
    await bench.click(box);
    const { body } = await bench.reject(
      { method: 'PATCH', url: `${ENDPOINTS}/shop` },
      403,
      'FORBIDDEN',
      'Ask an admin.',
    );
    expect(body).toEqual({ enabled: false });
    expect(box?.checked).toBe(true);
    await bench.press('Send test webhook');
    bench.http.expectOne({ method: 'POST', url: `${ENDPOINTS}/shop/test` }).flush({ deliveryId: 'job-1' });
    await answerList(SHOP);
    expect(jobsChangedCount).toBe(1);
  });

  it('A secret is rotated and an endpoint is removed only after confirmation.', async () => {
    await open(SHOP);
    isConfirmed = false;
    await bench.press('Rotate secret');
    await bench.press('Remove endpoint');
    expect(questions).toEqual([
      'Rotate the secret for https://shop.example/hooks?',
      'Remove https://shop.example/hooks?',
    ]);
    isConfirmed = true;
    await bench.press('Rotate secret');
    bench.http
      .expectOne({ method: 'POST', url: `${ENDPOINTS}/shop/rotate-secret` })
      .flush({ secret: 'whsec_rotated' });
    await answerList({ ...SHOP, previousSecretUntil: at(60_000) });
    expect(bench.text()).toContain('whsec_rotated');
    expect(bench.text()).toContain('also signed with the previous secret until');
    await bench.press('Remove endpoint');
    bench.http.expectOne({ method: 'DELETE', url: `${ENDPOINTS}/shop` }).flush(null);
    await answerList();
    expect(jobsChangedCount).toBe(1);
  });

  it('If the list cannot be loaded, an error is shown, and the user can load the list again.', async () => {
    await open();
    await bench.open(WebhookEndpoints);
    await bench.reject({ method: 'GET', url: ENDPOINTS }, 503, 'UNAVAILABLE', 'Busy.');
    expect(bench.text()).toContain('The endpoints could not be loaded');
    bench.page.querySelector('button')?.click();
    await answerList(SHOP);
    expect(bench.text()).toContain('https://shop.example/hooks');
  });
});
