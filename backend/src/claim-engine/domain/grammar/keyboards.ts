/** Keyboard keys from left to right, row by row, in the layouts of several languages. */
const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,./";
const LAYOUTS: readonly string[] = [
  'ๆไำพะัีรนยบลฟหกดเ้่าสวงผปแอิืทมใฝ',
  'йцукенгшщзхъфывапролджэячсмитьбю.',
  'ضصثقفغعهخحجدشسيبلاتنمكطئءؤرﻻىةوزظ',
  "/'קראטוןםפ][שדגכעיחלךף,זסבהנמצתץ.",
  ";ςερτυθιοπ[]ασδφγηξκλ΄'ζχψωβνμ,./",
];

function retype(word: string, from: string, to: string): string | null {
  let typed = '';
  for (const character of word) {
    const key = from.indexOf(character);
    if (key < 0) return null;
    typed += to.charAt(key);
  }
  return typed;
}

/** Texts that result when a word is typed with the keyboard left in another language: `แด` for `cf`. */
export function retypedForms(word: string): string[] {
  return LAYOUTS.flatMap((layout) => [retype(word, LATIN, layout), retype(word, layout, LATIN)]).filter(
    (form): form is string => form !== null,
  );
}

/** True for two letters next to each other in a row of the Latin keyboard. */
export function areNeighbors(first: string, second: string): boolean {
  const places = [first, second].map((letter) => LATIN.indexOf(letter));
  return places.every((place) => place >= 0) && Math.abs((places[0] ?? 0) - (places[1] ?? 0)) === 1;
}
