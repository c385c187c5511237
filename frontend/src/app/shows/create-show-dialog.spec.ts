import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MatDialogRef } from '@angular/material/dialog';
import { ConnectionsApi } from '../api/connections-api';
import { CreateShowDialog } from './create-show-dialog';

describe('the form for a new show', () => {
  async function isTicked(connections: readonly object[]): Promise<boolean | undefined> {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: MatDialogRef, useValue: { close: () => undefined } },
        { provide: ConnectionsApi, useValue: { all: () => Promise.resolve({ connections }) } },
      ],
    });
    const fixture = TestBed.createComponent(CreateShowDialog);
    await fixture.whenStable();
    return (fixture.nativeElement as HTMLElement).querySelector<HTMLInputElement>('input[type=checkbox]')
      ?.checked;
  }

  it('Rehearsal is ticked if no account is connected.', async () => {
    expect(await isTicked([])).toBe(true);
  });

  it('Rehearsal is not ticked if an account is connected.', async () => {
    expect(await isTicked([{ id: 'page' }])).toBe(false);
  });
});
