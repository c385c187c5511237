// The message file format: one flat object, id → text, sorted by id, so that branches merge cleanly and every
// text has one place.

import { refusedWords } from '../lint/refused-words.mjs';

/** @typedef {Record<string, string>} Texts */

/**
 * Matches stable ids. An id that Angular generates does not match: it changes with its text, and then the
 * translation is lost.
 */
const STABLE_ID = /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/;

/**
 * @param {Texts} texts
 * @returns {Texts}
 */
export function sortedTexts(texts) {
  return Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Collapses whitespace as a browser does, so that a moved line break in a template does not change the text.
 * @param {Texts} texts
 * @returns {Texts}
 */
export function withoutLineBreaks(texts) {
  return Object.fromEntries(
    Object.entries(texts).map(([id, text]) => [id, text.replace(/\s+/g, ' ').trim()]),
  );
}

/**
 * @param {Texts} messages
 * @returns {string[]} sentences about texts without a stable id
 */
export function idProblems(messages) {
  return Object.keys(messages)
    .filter((id) => !STABLE_ID.test(id))
    .map((id) => `"${messages[id]}" has no id (@@folder.screen.thing).`);
}

/**
 * @param {Texts} messages
 * @returns {string[]} sentences about words that CONTRIBUTING.md does not allow
 */
export function refusedWordProblems(messages) {
  return Object.entries(messages).flatMap(([id, text]) =>
    refusedWords(text).map(({ word, instead }) => `${id}: instead of “${word}”, write ${instead}.`),
  );
}

/**
 * @param {Texts} messages the source texts
 * @param {Texts} texts one language's texts
 * @returns {{ missing: string[], problems: string[] }} ids that are not translated yet, and sentences about
 * what to correct
 */
export function problemsOf(messages, texts) {
  /** @type {string[]} */
  const problems = [];
  for (const [id, text] of Object.entries(texts)) {
    const source = messages[id];
    if (source === undefined) problems.push(`The console has no text with the id ${id}.`);
    else if (placeholdersOf(text) !== placeholdersOf(source)) {
      problems.push(`${id} needs the placeholders ${placeholdersOf(source) || '(none)'}.`);
    }
  }
  return { missing: Object.keys(messages).filter((id) => !(id in texts)), problems };
}

/**
 * Returns the names in braces, each once, because a language may have more plural forms than English and
 * repeat a placeholder in them.
 * @param {string} text
 */
function placeholdersOf(text) {
  return [...new Set(text.match(/\{(?:\$\w+|[A-Z][A-Z0-9_]*)(?=[},])/g) ?? [])]
    .sort()
    .map((name) => `${name}}`)
    .join(' ');
}
