// Draws the installed console's icons from the product's mark: `node tools/console/icons.mjs`.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const PUBLIC = fileURLToPath(new URL('../../frontend/public', import.meta.url));
/** Share of a maskable icon's width that is visible under every mask. */
const SAFE_PART = 0.72;

const mark = readFileSync(path.join(PUBLIC, 'favicon.svg'), 'utf8');
const color = /fill="(#\w+)"/.exec(mark)?.[1] ?? '';
/** Without rounded corners, because the system crops the icon to its own shape. */
const square = mark.replace(' rx="8"', '');

/**
 * @param {string} svg
 * @param {number} pixels
 */
const render = (svg, pixels) => sharp(Buffer.from(svg), { density: 72 * 16 }).resize(pixels, pixels);

/** @param {string} name */
const fileOf = (name) => path.join(PUBLIC, 'icons', name);

for (const pixels of [192, 512]) {
  await render(mark, pixels)
    .png({ palette: true })
    .toFile(fileOf(`icon-${pixels}.png`));
  const inner = await render(square, Math.round(pixels * SAFE_PART))
    .png()
    .toBuffer();
  await sharp({ create: { width: pixels, height: pixels, channels: 3, background: color } })
    .composite([{ input: inner }])
    .png({ palette: true })
    .toFile(fileOf(`maskable-${pixels}.png`));
}
await render(square, 180).png({ palette: true }).toFile(fileOf('apple-touch-icon.png'));
