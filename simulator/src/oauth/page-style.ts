/** Escapes text for use between tags or in a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const STYLE = `
:root { color-scheme: light dark; --ground: #f3f2ee; --card: #fff; --ink: #1d1c1a; --soft: #5c5a55; --line: #d6d3cb; --act: #2f5d50; --on-act: #fff; --mark: #8a4b08; --mark-ground: #fdf0dc; }
@media (prefers-color-scheme: dark) { :root { --ground: #161614; --card: #21211e; --ink: #f0eee8; --soft: #b0ada4; --line: #45433d; --act: #9fd0bf; --on-act: #10241e; --mark: #f3c78b; --mark-ground: #3a2a14; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1rem; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { width: min(30rem, 100%); background: var(--card); border: 1px solid var(--line); border-radius: .75rem; overflow: hidden; }
.rehearsal { margin: 0; padding: .6rem 1.5rem; background: var(--mark-ground); color: var(--mark); font-weight: 600; }
.body { padding: 1.25rem 1.5rem 1.5rem; }
h1 { margin: 0 0 .5rem; font-size: 1.3rem; line-height: 1.3; }
p { margin: 0 0 1rem; color: var(--soft); }
fieldset { margin: 0 0 1rem; padding: .5rem 1rem .75rem; border: 1px solid var(--line); border-radius: .5rem; }
legend { padding: 0 .35rem; font-weight: 600; }
label { display: flex; gap: .6rem; align-items: baseline; padding: .3rem 0; min-height: 2rem; }
input { accent-color: var(--act); width: 1.05rem; height: 1.05rem; flex: none; }
label small { color: var(--soft); }
summary { cursor: pointer; padding: .25rem 0; }
details { margin: 0 0 1rem; }
.acts { display: flex; gap: .75rem; justify-content: flex-end; }
button { font: inherit; font-weight: 600; padding: .6rem 1.4rem; border-radius: .5rem; border: 1px solid var(--line); background: transparent; color: var(--ink); cursor: pointer; }
button.allow { background: var(--act); border-color: var(--act); color: var(--on-act); }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
`;

/** A page on the simulated platform: plain, self-contained, and clearly different from the real one. */
export function simulatorPage(platformName: string, title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rehearsal: ${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p class="rehearsal" role="note">Rehearsal: this is not ${escapeHtml(platformName)}</p>
<div class="body">
<h1>${escapeHtml(title)}</h1>
${body}
</div>
</main>
</body>
</html>
`;
}
