import { TestBed } from '@angular/core/testing';
import type { AuditRecord } from '@sellary/contracts';
import { AuditEntry } from './audit-entry';

const ENTRY: AuditRecord = {
  id: 'entry',
  at: '2026-11-30T08:00:00.000Z',
  user: { kind: 'person', id: 'dana', name: 'Dana Reyes' },
  action: 'show.stop',
  entityType: 'show',
  entityId: null,
  showId: null,
  before: null,
  after: null,
};
const BUYER = { id: 'b', handle: 'bella2', displayName: 'Bella', hidden: false };

async function sentence(entry: Partial<AuditRecord>, show?: string): Promise<string> {
  const fixture = TestBed.createComponent(AuditEntry);
  fixture.componentRef.setInput('entry', { ...ENTRY, ...entry });
  fixture.componentRef.setInput('show', show);
  await fixture.whenStable();
  const text = (fixture.nativeElement as HTMLElement).querySelector(
    'summary > span:nth-child(2)',
  )?.textContent;
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

describe('The sentence of an audit entry', () => {
  it.each<[string, Partial<AuditRecord>]>([
    ['ended a show: Friday', {}],
    [
      'went live with a show: Friday',
      { action: 'show.activate', before: { status: 'draft' }, after: { status: 'active' } },
    ],
    [
      'undid a change in Friday',
      { action: 'act.undo', before: { act: 'award', seq: 2 }, after: { actSeq: 3 } },
    ],
    [
      'withdrew an item: #105, in Friday',
      { action: 'item.withdraw', entityType: 'item', before: { itemNumber: '105', winners: [] } },
    ],
    [
      'added items: #101, #102, in Friday',
      { action: 'item.add', entityType: 'item', after: [{ itemNumber: '101' }, { itemNumber: '102' }] },
    ],
    [
      'added items in Friday',
      {
        action: 'item.add',
        entityType: 'item',
        after: [{ itemNumber: '1' }, { itemNumber: '2' }, { itemNumber: '3' }, { itemNumber: '4' }],
      },
    ],
    [
      'awarded a unit: bella2, #107, in Friday',
      {
        action: 'item.award',
        entityType: 'claim',
        after: { claim: { buyer: BUYER, itemNumber: '107' }, actSeq: 2 },
      },
    ],
    [
      'counted a word as a claim: “mine”, in Friday',
      { action: 'review.count-word', before: { word: 'mine' }, after: { actSeq: 2, claimIds: [] } },
    ],
  ])('In a show, it is "%s".', async (expected, entry) => {
    expect(await sentence(entry, 'Friday')).toBe(`Dana Reyes ${expected}`);
  });

  it.each<[string, Partial<AuditRecord>]>([
    [
      'created their account',
      {
        action: 'account.register',
        entityType: 'user',
        after: { name: 'Dana Reyes', email: 'dana@example.com' },
      },
    ],
    [
      'changed the workspace settings',
      { action: 'workspace.update', entityType: 'workspace', after: { name: 'Boutique', settings: {} } },
    ],
    [
      'left the workspace',
      {
        action: 'member.leave',
        entityType: 'member',
        before: { name: 'Dana Reyes', email: 'dana@example.com' },
      },
    ],
    [
      'invited a person: nina@example.com',
      { action: 'invite.create', entityType: 'invite', after: { email: 'nina@example.com', role: 'viewer' } },
    ],
    ['deleted a draft: Friday', { action: 'show.delete', before: { name: 'Friday' } }],
    ['did.something-new', { action: 'did.something-new' }],
  ])('Without a show, it is "%s".', async (expected, entry) => {
    expect(await sentence(entry)).toBe(`Dana Reyes ${expected}`);
  });
});
