import type { ClaimExplanation, ReplayVerdict } from '@sellary/contracts';
import type { CheckableRow } from '../../kernel';
import { buyerName } from '../../claim-engine';

interface Evidence {
  showName: string;
  showId: string;
  explanation: ClaimExplanation;
  /** The ledger rows about the claim, and about the claim that won the last unit. */
  rows: readonly CheckableRow[];
  hasMoreRows: boolean;
  verdict: ReplayVerdict;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
// Bidirectional control characters could make a name look like another one.
const CONTROL_CHARACTERS = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

const escapeEntities = (value: string): string =>
  value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** Escapes text for HTML, and replaces control characters with spaces. */
const escapeHtml = (value: string): string =>
  escapeEntities(value.toWellFormed().replace(CONTROL_CHARACTERS, ' '));

/**
 * Escapes text for HTML, but keeps every character, because a hash covers the text. Control characters are
 * enclosed, so that they do not change the order of other characters.
 */
const escapeHashed = (value: string): string =>
  escapeEntities(value).replace(CONTROL_CHARACTERS, '<bdi>$&</bdi>');

const STYLE = `
body { font: 15px/1.5 system-ui, sans-serif; color: #111; background: #fff; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font-size: 1.1rem; margin-top: 2rem; }
ol.steps > li { margin: .4rem 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; } dt { color: #555; } dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
code, pre { font: 12px/1.45 ui-monospace, monospace; } pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f4f5f7; padding: .5rem; margin: .4rem 0 0; }
bdi { display: inline-block; }
section.row { border-top: 1px solid #ccc; padding: .7rem 0; }
.verdict { border: 2px solid; padding: .7rem 1rem; } .equal { border-color: #0b5d33; } .different { border-color: #9b1c1c; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } section.row, .verdict { break-inside: avoid; } pre { background: none; border: 1px solid #ccc; } }
`;

/**
 * A page that a seller gives to a buyer, as one printable file without scripts or external resources. All
 * text from viewers is escaped.
 */
export function evidencePage({
  showName,
  showId,
  explanation,
  rows,
  hasMoreRows,
  verdict,
}: Evidence): string {
  const { claim, sentences, timeZone } = explanation;
  const title = `${buyerName(claim.buyer)}'s claim on #${claim.itemNumber}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<dl>
${entriesHtml([
  ['Show', showName],
  ['Item', `#${claim.itemNumber}${claim.itemTitle === null ? '' : ` ${claim.itemTitle}`}`],
  ['Status', claim.status],
  ['Time zone', timeZone],
  ['Created at', verdict.checkedAt],
])}
</dl>
<h2>Explanation</h2>
<ol class="steps">
${sentences.map((sentence) => `<li>${escapeHtml(sentence)}</li>`).join('\n')}
</ol>
<h2>Verification of the whole show</h2>
${verdictHtml(verdict)}
<h2>Ledger rows about this claim</h2>
<p>The server writes every comment, claim, and act of a show to a numbered ledger. Each row contains a hash that covers the row before it, so no row can be changed, added, or removed later without changing every hash after it.</p>
${howToCheckHtml(showId)}
${hasMoreRows ? `<p>There are more rows about this claim. The first ${rows.length} are listed here; the ledger export contains all of them.</p>\n` : ''}${rows.map(rowHtml).join('\n')}
</body>
</html>
`;
}

const entriesHtml = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`).join('\n');

function verdictHtml({
  equal,
  differences,
  differenceCount,
  headHash,
  rows,
  rules,
  redacted,
  unchecked,
}: ReplayVerdict): string {
  const result = equal
    ? "<strong>Match.</strong> The server replayed all of the show's comments and acts under the same rules, and the result matches what is stored. The hash chain is intact."
    : `<strong>Mismatch.</strong> Differences: ${differenceCount}. The first ones:`;
  const list = equal
    ? ''
    : `<ul>${differences.map((difference) => `<li>${escapeHtml(difference)}</li>`).join('')}</ul>`;
  return `<div class="verdict ${equal ? 'equal' : 'different'}"><p>${result}</p>${list}
<dl>
${entriesHtml([
  ['Ledger rows', String(rows)],
  ["Last row's hash", headHash],
  ['Policy and grammar', `${rules.policy}, ${rules.grammar ?? 'not recorded'}`],
  ['Redacted rows', String(redacted)],
  ...(unchecked.length === 0 ? [] : [['Not recorded, so not compared', unchecked.join(', ')] as const]),
])}
</dl></div>`;
}

const howToCheckHtml = (
  showId: string,
): string => `<p>To check a row, compute two SHA-256 hashes (hexadecimal):</p>
<ol>
<li><code>digest</code> of three lines: salt, actor, text. If the actor is missing, its line is empty.</li>
<li><code>hash</code> of six lines: previous hash, show (<code>${escapeHtml(showId)}</code>), row number, type, time, digest.</li>
</ol>
<p>Separate the lines with a single line feed, without one at the end. The result must equal the row's hash. Compare the last row's hash with the one shown in the seller's console.</p>`;

function rowHtml(row: CheckableRow): string {
  const body =
    row.salt === null
      ? "<p>A viewer asked for their data to be erased. This row's text was redacted, so its digest cannot be checked. The hash chain still can be.</p>"
      : '';
  return `<section class="row"><h3>Row ${row.seq}: ${escapeHtml(row.type)}</h3>
<dl>
${entriesHtml([
  ['Time', row.at.toISOString()],
  ['Salt', row.salt ?? 'redacted'],
])}
<dt>Actor</dt><dd>${escapeHashed(row.by ?? '')}</dd>
${entriesHtml([
  ['Digest', row.digest],
  ['Previous hash', row.previous],
  ['Hash', row.hash],
])}
</dl>${body}
<pre>${escapeHashed(row.payload)}</pre></section>`;
}
