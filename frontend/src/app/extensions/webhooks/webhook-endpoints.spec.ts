import type { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatDialog } from '@angular/material/dialog';
import { of } from 'rxjs';
import { testApi } from '../../../../testing/api';
import { flushPromises } from '../../../../testing/session';
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
  let http: HttpTestingController;
  let fixture: ComponentFixture<WebhookEndpoints>;
  let page: HTMLElement;
  let jobsChangedCount: number;
  let isConfirmed: boolean;
  let questions: string[];
  const dialog = {
    open: (_: unknown, { data }: { data: Question }) => {
      questions.push(data.heading);
      return { afterClosed: () => of(isConfirmed) };
    },
  };

  async function render(): Promise<void> {
    fixture.detectChanges();
    await flushPromises();
    fixture.detectChanges();
    await flushPromises();
  }
  async function answerList(...endpoints: WebhookEndpoint[]): Promise<void> {
    await render();
    http.expectOne({ method: 'GET', url: ENDPOINTS }).flush({ endpoints, eventTypes: EVENT_TYPES });
    await render();
  }
  async function open(...endpoints: WebhookEndpoint[]): Promise<void> {
    questions = [];
    http = testApi({ provide: MatDialog, useValue: dialog });
    fixture = TestBed.createComponent(WebhookEndpoints);
    page = fixture.nativeElement as HTMLElement;
    jobsChangedCount = 0;
    fixture.componentInstance.jobsChanged.subscribe(() => (jobsChangedCount += 1));
    await answerList(...endpoints);
  }
  afterEach(() => http.verify());

  const text = (root: Element = page): string => (root.textContent ?? '').replace(/\s+/g, ' ');
  const press = async (name: string): Promise<void> => {
    const found = [...page.querySelectorAll('button')].filter((button) => text(button).trim() === name);
    found.at(-1)?.click();
    await render();
  };
  const address = (): HTMLInputElement => page.querySelector('#endpoint-url') as HTMLInputElement;
  const write = async (value: string): Promise<void> => {
    address().value = value;
    address().dispatchEvent(new Event('input'));
    await render();
  };
  const submit = async (): Promise<void> => {
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    await render();
  };

  it('An endpoint is added with the chosen events, and its secret is shown until the user hides it.', async () => {
    await open();
    expect(text()).toContain('No endpoints receive webhooks yet.');
    await press('Add endpoint');
    await submit();
    await write(' https://shop.example/hooks ');
    page.querySelectorAll<HTMLInputElement>('fieldset input')[1]?.click();
    await render();
    await submit();
    const request = http.expectOne({ method: 'POST', url: ENDPOINTS });
    expect(request.request.body).toEqual({
      url: 'https://shop.example/hooks',
      eventTypes: ['claim.released'],
    });
    request.flush({ ...SHOP, secret: 'whsec_new' });
    await answerList({ ...SHOP, eventTypes: ['claim.released'] });
    expect(page.querySelector('form')).toBeNull();
    expect(text()).toContain('whsec_new');
    expect(text()).toContain('claim.released');
    await press('Hide secret');
    expect(text()).not.toContain('whsec_new');
  });

  it('If an address is rejected, the error is shown next to its field, and the address is not cleared.', async () => {
    await open();
    await press('Add endpoint');
    await write('http://10.0.0.1');
    await submit();
    http
      .expectOne({ method: 'POST', url: ENDPOINTS })
      .flush(
        { error: { code: 'VALIDATION_FAILED', message: 'The address must begin with https://.' } },
        { status: 400, statusText: '' },
      );
    await render();
    expect(text(page.querySelector('[role=alert]') as Element)).toBe('The address must begin with https://.');
    expect(address().value).toBe('http://10.0.0.1');
    expect(address().getAttribute('aria-invalid')).toBe('true');
    await press('Cancel');
    await press('Add endpoint');
    expect(page.querySelector('[role=alert]')).toBeNull();
  });

  it('A switch returns to its old position if the change is rejected. A test webhook updates the job list.', async () => {
    await open(SHOP);
    const box = page.querySelector<HTMLInputElement>('[role=switch]');
    box?.click();
    await render();
    const change = http.expectOne({ method: 'PATCH', url: `${ENDPOINTS}/shop` });
    expect(change.request.body).toEqual({ enabled: false });
    change.flush({ error: { code: 'FORBIDDEN', message: 'Ask an admin.' } }, { status: 403, statusText: '' });
    await render();
    expect(box?.checked).toBe(true);
    await press('Send test webhook');
    http.expectOne({ method: 'POST', url: `${ENDPOINTS}/shop/test` }).flush({ deliveryId: 'job-1' });
    await answerList(SHOP);
    expect(jobsChangedCount).toBe(1);
  });

  it('A secret is rotated and an endpoint is removed only after confirmation.', async () => {
    await open(SHOP);
    isConfirmed = false;
    await press('Rotate secret');
    await press('Remove endpoint');
    expect(questions).toEqual([
      'Rotate the secret for https://shop.example/hooks?',
      'Remove https://shop.example/hooks?',
    ]);
    isConfirmed = true;
    await press('Rotate secret');
    http
      .expectOne({ method: 'POST', url: `${ENDPOINTS}/shop/rotate-secret` })
      .flush({ secret: 'whsec_rotated' });
    await answerList({ ...SHOP, previousSecretUntil: at(60_000) });
    expect(text()).toContain('whsec_rotated');
    expect(text()).toContain('also signed with the previous secret until');
    await press('Remove endpoint');
    http.expectOne({ method: 'DELETE', url: `${ENDPOINTS}/shop` }).flush(null);
    await answerList();
    expect(jobsChangedCount).toBe(1);
  });

  it('If the list cannot be loaded, an error is shown, and the user can load the list again.', async () => {
    await open();
    fixture = TestBed.createComponent(WebhookEndpoints);
    page = fixture.nativeElement as HTMLElement;
    await render();
    http
      .expectOne({ method: 'GET', url: ENDPOINTS })
      .flush({ error: { code: 'UNAVAILABLE', message: 'Busy.' } }, { status: 503, statusText: '' });
    await render();
    expect(text()).toContain('The endpoints could not be loaded');
    page.querySelector('button')?.click();
    await answerList(SHOP);
    expect(text()).toContain('https://shop.example/hooks');
  });
});
