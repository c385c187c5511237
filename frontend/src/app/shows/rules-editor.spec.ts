import { TestBed } from '@angular/core/testing';
import { DEFAULT_RULES, type RuleChoices, type ShowRules } from '@sellary/contracts';
import { setField } from '../../../testing/fields';
import { type RuleChange, RulesEditor } from './rules-editor';
import { delaySourcesOf } from './viewer-delays';

describe('The rules editor', () => {
  /** Opens the editor. In the result, `changes` are the emitted changes, applied to the given rules. */
  async function open(inputs: Record<string, unknown>) {
    const fixture = TestBed.createComponent(RulesEditor);
    for (const [name, value] of Object.entries({ rules: DEFAULT_RULES, ...inputs })) {
      fixture.componentRef.setInput(name, value);
    }
    const changes: Partial<ShowRules>[] = [];
    const emitted: RuleChange[] = [];
    fixture.componentInstance.changed.subscribe((change) => {
      emitted.push(change);
      changes.push(change.applyTo(fixture.componentInstance.rules()));
    });
    await fixture.whenStable();
    return { fixture, page: fixture.nativeElement as HTMLElement, changes, emitted };
  }

  it('A chosen number is passed to the parent under the name of its rule.', async () => {
    const { page, changes } = await open({});
    const box = page.querySelector('select');
    if (box === null) throw new Error('no list of numbers');
    expect(box.value).toBe('1');
    setField(box, '3', 'change');
    expect(changes).toEqual([{ maxClaimsPerComment: 3 }]);
  });

  it('A limit and the rule for repeated claims are passed to the parent under their rule names.', async () => {
    const { page, changes } = await open({});
    const limit = page.querySelector<HTMLInputElement>('[aria-describedby="maxUnitsPerItem-hint"]');
    const repeats = page.querySelector<HTMLInputElement>('[aria-describedby="repeatClaims-hint"]');
    if (limit === null || repeats === null) throw new Error('a field is missing');
    setField(limit, '3', 'change');
    repeats.click();
    expect(changes).toEqual([{ maxUnitsPerItem: 3 }, { repeatClaims: 'add' }]);
  });

  it('A number that its field does not allow is not passed on, and the field says why.', async () => {
    const { fixture, page, changes } = await open({
      sources: delaySourcesOf([{ platform: 'facebook', liveId: '1' }]),
    });
    for (const field of ['[aria-describedby="maxUnitsPerItem-hint"]', 'app-viewer-delays input']) {
      const box = page.querySelector<HTMLInputElement>(field);
      setField(box, '-1', 'change');
    }
    await fixture.whenStable();
    expect(changes).toEqual([]);
    const problems = [...page.querySelectorAll('[role="alert"]')].map((line) => line.textContent.trim());
    expect(problems).toEqual([
      'Enter a number of seconds from 0 to 60, with at most one decimal.',
      'Enter a whole number from 0 to 999',
    ]);
  });

  it("A viewer delay is passed to the parent with the other sources' delays. A proposal is used only when chosen.", async () => {
    const { page, changes } = await open({
      rules: { ...DEFAULT_RULES, viewerDelaySeconds: { facebook: 3 } },
      sources: delaySourcesOf([
        { platform: 'facebook', liveId: '1' },
        { platform: 'instagram', liveId: '2' },
      ]),
      proposals: [
        { platform: 'instagram', liveId: '2', samples: 4, firstClaimSeconds: 9, proposedSeconds: 6.5 },
      ],
    });
    const [facebook, instagram] = [...page.querySelectorAll<HTMLInputElement>('app-viewer-delays input')];
    if (facebook === undefined || instagram === undefined) throw new Error('a field is missing');
    expect([facebook.value, instagram.value]).toEqual(['3', '0']);
    setField(facebook, '2.5', 'change');
    expect(page.textContent).toContain('Proposed: 6.5 s, from 4 items');
    page.querySelector<HTMLButtonElement>('app-viewer-delays button')?.click();
    expect(changes).toEqual([
      { viewerDelaySeconds: { facebook: 2.5 } },
      { viewerDelaySeconds: { facebook: 3, instagram: 6.5 } },
    ]);
  });

  it("The delay that counts for a platform's only broadcast is shown and changed, even if it is the broadcast's own.", async () => {
    const delays = { facebook: 3, 'facebook/1': 5 };
    const { page, changes } = await open({
      rules: { ...DEFAULT_RULES, viewerDelaySeconds: delays },
      sources: delaySourcesOf([{ platform: 'facebook', liveId: '1' }], [], delays),
    });
    const box = page.querySelector<HTMLInputElement>('app-viewer-delays input');
    if (box === null) throw new Error('no field');
    expect(box.value).toBe('5');
    setField(box, '7', 'change');
    expect(changes).toEqual([{ viewerDelaySeconds: { facebook: 3, 'facebook/1': 7 } }]);
  });

  it('An added word is passed to the parent with the other words.', async () => {
    const { page, changes } = await open({});
    const box = page.querySelector<HTMLInputElement>('input[aria-label="Add a pass word"]');
    setField(box, 'skip,');
    expect(changes).toEqual([{ passWords: ['pass', 'skip'] }]);
  });

  it('An added or removed word, or a changed delay, keeps what someone else saved meanwhile.', async () => {
    const { page, emitted } = await open({
      rules: { ...DEFAULT_RULES, claimWords: ['sold', 'mio'], viewerDelaySeconds: { instagram: 0 } },
      sources: delaySourcesOf([
        { platform: 'facebook', liveId: null },
        { platform: 'instagram', liveId: null },
      ]),
    });
    const stored: ShowRules = {
      ...DEFAULT_RULES,
      claimWords: ['sold', 'mio', 'Mine'],
      viewerDelaySeconds: { facebook: 3 },
    };
    const box = page.querySelector<HTMLInputElement>('input[aria-label="Add a claim word"]');
    const instagram = page.querySelectorAll<HTMLInputElement>('app-viewer-delays input')[1];
    if (box === null || instagram === undefined) throw new Error('a field is missing');
    setField(box, 'want,mine,');
    page.querySelector<HTMLButtonElement>('button[aria-label="Remove mio"]')?.click();
    setField(instagram, '8', 'change');
    expect(emitted.map(({ rule, applyTo }) => [rule, applyTo(stored)])).toEqual([
      ['claimWords', { claimWords: ['sold', 'mio', 'Mine', 'want'] }],
      ['claimWords', { claimWords: ['sold', 'Mine'] }],
      ['viewerDelaySeconds', { viewerDelaySeconds: { facebook: 3, instagram: 8 } }],
    ]);
  });

  it('A choice that was not saved goes back to the stored one, each time.', async () => {
    const { fixture, page } = await open({});
    const list = page.querySelector('select');
    const repeats = page.querySelector<HTMLInputElement>('#repeatClaims');
    if (list === null || repeats === null) throw new Error('a field is missing');
    const fail = async (rule: keyof ShowRules): Promise<void> => {
      fixture.componentRef.setInput('problem', null);
      await fixture.whenStable();
      fixture.componentRef.setInput('problem', { rule, text: 'Not saved' });
      await fixture.whenStable();
    };
    for (const value of ['3', '2']) {
      setField(list, value, 'change');
      await fail('maxClaimsPerComment');
      expect(list.value).toBe('1');
    }
    repeats.click();
    await fail('repeatClaims');
    expect(repeats.checked).toBe(false);
  });

  it('A changed rule shows the workspace default, and the other seven rules are marked as the same.', async () => {
    const { page } = await open({
      rules: { ...DEFAULT_RULES, claimWords: ['mine'] },
      defaults: DEFAULT_RULES,
    });
    expect(page.textContent).toContain('Workspace default: sold');
    expect(page.textContent.match(/Same as the workspace default/g)).toHaveLength(7);
  });

  it("A workspace's rules are not compared with defaults.", async () => {
    expect((await open({})).page.textContent).not.toContain('workspace');
  });

  it('A rejected rule shows the reason next to its field.', async () => {
    const { page } = await open({ problem: { rule: 'maxClaimsPerComment', text: 'Not saved: too many' } });
    expect(page.querySelector('[role=alert]')?.textContent).toBe('Not saved: too many');
  });

  it('A show with another policy can return to first come, first served.', async () => {
    const { page, changes } = await open({ rules: { ...DEFAULT_RULES, policy: 'operator-decides@1' } });
    expect(page.textContent).toContain(
      'The policy operator-decides@1 decides claims instead of the usual rule, “first come, first served.”',
    );
    [...page.querySelectorAll('button')]
      .find(({ textContent }) => textContent.includes('Use first come, first served'))
      ?.click();
    expect(changes).toEqual([{ policy: 'first-come@3' }]);
    expect((await open({})).page.textContent).not.toContain('policy');
  });

  const CHOICES: RuleChoices = {
    policies: [
      { id: 'first-come@3', label: 'First come' },
      { id: 'vip-first@2', label: 'VIPs first' },
    ],
    grammars: [
      { name: 'builtin', version: 6, label: 'Built in' },
      { name: 'dutch', version: 1, label: 'Dutch only' },
    ],
  };
  const listWithOption = (page: HTMLElement, value: string): { box: HTMLSelectElement; labels: string[] } => {
    const box = [...page.querySelectorAll('select')].find(({ options }) =>
      [...options].some((option) => option.value === value),
    );
    if (box === undefined) throw new Error('no such list');
    return { box, labels: [...box.options].map(({ textContent }) => textContent.trim()) };
  };

  it("The server's policies and grammars are offered.", async () => {
    const { page, changes } = await open({
      choices: CHOICES,
      rules: { ...DEFAULT_RULES, policy: 'first-come@1' },
    });
    const policy = listWithOption(page, 'vip-first@2');
    expect([policy.labels, policy.box.value]).toEqual([
      ['First come, first served', 'VIPs first'],
      'first-come@3',
    ]);
    setField(policy.box, 'vip-first@2', 'change');
    const grammar = listWithOption(page, 'dutch');
    expect(grammar.labels).toEqual(['Built in', 'Dutch only']);
    setField(grammar.box, 'dutch', 'change');
    expect(changes).toEqual([{ policy: 'vip-first@2' }, { grammar: 'dutch' }]);
  });

  it('A policy and a grammar that the server does not have are shown as missing.', async () => {
    const rules = { ...DEFAULT_RULES, policy: 'gone@3', grammar: 'klingon' };
    const { page } = await open({ choices: CHOICES, rules });
    expect(listWithOption(page, 'gone@3').labels).toContain('gone@3 (not on this server)');
    expect(listWithOption(page, 'klingon').box.value).toBe('klingon');
  });

  it('If there is only one grammar, the grammar list is hidden.', async () => {
    const choices = { ...CHOICES, grammars: CHOICES.grammars.slice(0, 1) };
    expect((await open({ choices })).page.textContent).not.toContain('How comments are read');
  });

  it('A user without edit permission sees the rules but cannot change them.', async () => {
    const { page } = await open({ disabled: true });
    expect(page.querySelector('select')?.disabled).toBe(true);
    expect(page.querySelector('input:enabled')).toBeNull();
  });
});
