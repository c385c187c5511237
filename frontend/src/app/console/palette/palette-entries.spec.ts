import { ScriptedShow } from '../../../../testing/scripted-show';
import { fromSnapshot } from '../state/show-state';
import { type PaletteCommand, type PaletteEntry, findEntries, paletteEntries } from './palette-entries';

const COMMANDS: readonly PaletteCommand[] = [
  { id: 'release', name: 'Release the selected claim', keys: 'Shift+R' },
  { id: 'down', name: 'Move down', keys: 'j' },
  { id: 'pause', name: 'Pause or resume the show', keys: 'Shift+P' },
];

describe('the palette', () => {
  const show = new ScriptedShow();
  for (const number of ['10', '101', '110']) show.addItem(number, 1);
  show.addComment('rita', '101');
  show.addComment('maria_the_second', '110');
  const entries = paletteEntries(fromSnapshot(show.snapshot()), COMMANDS);
  const firstWords = (found: readonly PaletteEntry[]): string[] =>
    found.map(({ name }) => name.split(' ')[0] ?? '');

  it('Without search text, the palette lists the commands with their keys, then the items, then the buyers.', () => {
    expect(findEntries(entries, '').map(({ choice }) => choice.kind)).toEqual([
      'command',
      'command',
      'item',
      'item',
      'item',
      'buyer',
      'buyer',
    ]);
    expect(entries[0]).toMatchObject({ name: 'Release the selected claim', detail: 'Shift+R' });
  });

  it('An exact item number comes before numbers that begin with it or contain it.', () => {
    expect(firstWords(findEntries(entries, '10'))).toEqual(['10', '101', '110']);
    expect(firstWords(findEntries(entries, '#110'))).toEqual(['110']);
  });

  it('Every search word must match the entry.', () => {
    expect(firstWords(findEntries(entries, 'pau show'))).toEqual(['Pause']);
    expect(firstWords(findEntries(entries, 'second'))).toEqual(['@maria_the_second']);
    expect(findEntries(entries, 'rita pause')).toEqual([]);
  });
});
