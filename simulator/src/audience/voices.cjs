// Phrases that viewers in different countries write during a live sale. `N` is replaced with the item number.

/**
 * @typedef {object} Voice
 * @property {string} claimWord
 * @property {string} passWord
 * @property {readonly string[]} claims
 * @property {readonly string[]} passes
 * @property {readonly string[]} questions similar to claims, but not claims
 * @property {readonly string[]} chatter
 */

/** @type {Readonly<Record<string, Voice>>} */
const VOICES = {
  en: {
    claimWord: 'sold',
    passWord: 'pass',
    claims: ['sold N', 'N sold', 'soldN', 'SOLD N', 'sold #N!', 'sold on N', 'Sold N please', 'sold N 🔥🔥'],
    passes: ['pass N', 'N pass', 'pass on N', 'pass N sorry'],
    questions: ['is N sold?', 'N sold out', 'how much is N?', 'is N still available?', 'not sold N'],
    chatter: [
      'hi everyone!',
      'love this one 😍',
      'can you show the back?',
      'just joined, what did I miss',
      'shipping to Canada?',
      'that green is gorgeous',
      'brb',
      'sound is low',
      'haha same',
      'what size is it?',
    ],
  },
  es: {
    claimWord: 'mío',
    passWord: 'paso',
    claims: ['mío N', 'N mío', 'MÍO N', 'mío N ❤️'],
    passes: ['paso N', 'N paso'],
    questions: ['¿cuánto cuesta el N?', '¿N está disponible?'],
    chatter: [
      'buenas noches',
      'qué bonito 😍',
      '¿hacen envíos a México?',
      'hermosa la chaqueta',
      'saludos desde Bogotá',
    ],
  },
  fr: {
    claimWord: 'vendu',
    passWord: 'passe',
    claims: ['vendu N', 'N vendu', 'Vendu N !'],
    passes: ['passe N'],
    questions: ['le N est vendu ?', 'combien pour le N ?'],
    chatter: [
      'bonsoir tout le monde',
      'trop beau',
      'vous livrez en Belgique ?',
      'coucou de Lyon',
      'quelle taille ?',
    ],
  },
  de: {
    claimWord: 'meins',
    passWord: 'verzichte',
    claims: ['meins N', 'N meins', 'MEINS N'],
    passes: ['verzichte N'],
    questions: ['was kostet N?', 'ist N noch da?'],
    chatter: [
      'hallo zusammen',
      'wie schön 😍',
      'Versand nach Wien?',
      'welche Größe ist das?',
      'Grüße aus Köln',
    ],
  },
  tl: {
    claimWord: 'mine',
    passWord: 'pass',
    claims: ['mine N', 'N mine', 'mine N po', 'MINE N'],
    passes: ['pass N', 'pass N po'],
    questions: ['magkano po N?', 'available pa po N?'],
    chatter: ['hello po', 'ganda 😍', 'pa-show po ulit', 'good evening from Cebu', 'sold out na po?'],
  },
  th: {
    claimWord: 'cf',
    passWord: 'cc',
    claims: ['cf N', 'cfN', 'CF N', 'cf N ค่ะ', 'เอา N', 'cf N ครับ'],
    passes: ['cc N', 'ยกเลิก N'],
    questions: ['N ราคาเท่าไหร่คะ', 'N ยังอยู่ไหมคะ'],
    chatter: ['สวัสดีค่ะ', 'สวยมาก 😍', 'ขอดูด้านหลังหน่อยค่ะ', 'มาแล้วค่ะ', 'ส่งต่างจังหวัดไหมคะ'],
  },
};

/** Claim words for a show with viewers in all these languages. */
const CLAIM_WORDS = [...new Set(Object.values(VOICES).map(({ claimWord }) => claimWord))];
const PASS_WORDS = [...new Set(Object.values(VOICES).map(({ passWord }) => passWord))];

const FIRST_NAMES = [
  ...'ana ben carla dee emma fatima gus hana ines jo kim lea maya noor'.split(' '),
  ...'olga pia quinn rosa sam tess uma vera wen yuki zoe'.split(' '),
];
const HANDLE_ENDINGS = '_finds .closet 88 _thrifts .m loves_vintage _k 2go .studio _at_home'.split(' ');

/**
 * @param {number} index
 * @returns {string} a handle that is different for every index
 */
function handleOf(index) {
  return `${FIRST_NAMES[index % FIRST_NAMES.length]}${HANDLE_ENDINGS[Math.floor(index / FIRST_NAMES.length) % HANDLE_ENDINGS.length]}${index >= 250 ? index : ''}`;
}

module.exports = { CLAIM_WORDS, PASS_WORDS, VOICES, handleOf };
