/** Contractions, as listed in the packs (without an apostrophe), and what they stand for. */
const SPELLED_OUT: Readonly<Record<string, string>> = {
  im: 'i am',
  ive: 'i have',
  ill: 'i will',
  its: 'it is',
  thats: 'that is',
  itll: 'it will',
  thatll: 'that will',
  youre: 'you are',
  youve: 'you have',
  theyre: 'they are',
  theyll: 'they will',
  weve: 'we have',
  shes: 'she is',
  hes: 'he is',
  dont: 'do not',
  doesnt: 'does not',
  didnt: 'did not',
  wasnt: 'was not',
  isnt: 'is not',
  wont: 'will not',
  wouldnt: 'would not',
  couldnt: 'could not',
  shouldnt: 'should not',
  cant: 'can not',
  gonna: 'going to',
  wanna: 'want to',
};

/** The phrase, also with its contractions spelled out: `dont forget me` and `do not forget me`. */
export function spelledOut(phrase: string, language: string): string[] {
  const words = phrase.split(' ');
  if (language !== 'en' || words.length === 1) return [phrase];
  const long = words.map((word) => SPELLED_OUT[word] ?? word).join(' ');
  const forms = long.includes('can not ') ? [long, long.replaceAll('can not', 'cannot')] : [long];
  return long === phrase ? [phrase] : [phrase, ...forms];
}
