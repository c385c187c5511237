import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MatDialogRef } from '@angular/material/dialog';
import { ConnectionsApi } from '../api/connections-api';
import { ShowsApi } from '../api/shows-api';
import { CreateShowDialog } from './create-show-dialog';

describe('the form for a new show', () => {
  const createdShows: unknown[] = [];

  async function open(
    connections: readonly object[],
    broadcasts: readonly object[] = [],
  ): Promise<HTMLElement> {
    createdShows.length = 0;
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: MatDialogRef, useValue: { close: () => undefined } },
        {
          provide: ConnectionsApi,
          useValue: {
            all: () => Promise.resolve({ connections }),
            broadcasts: (id: string) => Promise.resolve({ lives: id === 'page' ? broadcasts : [] }),
          },
        },
        { provide: ShowsApi, useValue: { create: async (show: unknown) => void createdShows.push(show) } },
      ],
    });
    const fixture = TestBed.createComponent(CreateShowDialog);
    await fixture.whenStable();
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }
  const isTicked = async (connections: readonly object[]): Promise<boolean | undefined> =>
    (await open(connections)).querySelector<HTMLInputElement>('input[type=checkbox]')?.checked;

  it('Rehearsal is checked if no account is connected.', async () => {
    expect(await isTicked([])).toBe(true);
  });

  it('Rehearsal is not checked if an account is connected.', async () => {
    expect(await isTicked([{ id: 'page', status: 'active' }])).toBe(false);
  });

  it('The first running broadcast is preselected and becomes a source of the show.', async () => {
    const page = await open(
      [{ id: 'page', platform: 'facebook', displayName: 'Demo Page', status: 'active' }],
      [
        { liveId: '2000001', title: 'Sunday sale' },
        { liveId: '2000002', title: 'Behind the scenes' },
      ],
    );
    expect([...page.querySelectorAll<HTMLInputElement>('fieldset input')].map((box) => box.checked)).toEqual([
      true,
      false,
    ]);
    expect(page.querySelector('fieldset')?.textContent).toContain('Facebook · Demo Page');
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    await Promise.resolve();
    expect(createdShows).toEqual([
      expect.objectContaining({
        sources: [{ platform: 'facebook', connectionId: 'page', liveId: '2000001' }],
      }),
    ]);
  });
});
