import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Connection } from '@sellary/contracts';
import { aShow } from '../../../testing/wire';
import { ConnectionsApi } from '../api/connections-api';
import { ShowSources } from './show-sources';

const account = (id: string): Pick<Connection, 'id' | 'platform' | 'status'> => ({
  id,
  platform: 'facebook',
  status: 'active',
});

describe("A show's sources", () => {
  it.each([
    ['no account is', [], 'Connect one to receive its comments.'],
    ['several accounts are', [account('1'), account('2')], 'Remove the video, then add it again'],
  ])('If %s connected, a video without an account says what to do.', async (_, connections, expected) => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: ConnectionsApi, useValue: { all: () => Promise.resolve({ connections }) } },
      ],
    });
    const fixture = TestBed.createComponent(ShowSources);
    const source = { id: '1', platform: 'facebook', connectionId: null, liveId: '7', liveUrl: null };
    fixture.componentRef.setInput('show', aShow({ status: 'draft', sources: [source] }));
    fixture.componentRef.setInput('mayEdit', true);
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent).toContain(expected);
  });
});
