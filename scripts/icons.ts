/**
 * Draws assets/*.png from assets/src/*.svg. Only needed after a drawing was changed: the pictures are kept in the
 * repository.
 *   npx tsx scripts/icons.ts [--sheet FILE.png]
 * Chromium does the drawing, by way of playwright-core; PHULUC_CHROMIUM names it where it is not found.
 * --sheet also draws all icons enlarged on the ribbon colours of Excel, to look at them.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { root } from './run-tool';

const assets = path.join(root, 'assets');

/**
 * Ribbon icons: the three sizes Office demands. The product's own: 32 and 64 for the manifest, the rest for the admin
 * centre and the page.
 */
const RIBBON = [16, 32, 80];
const PRODUCT = [16, 32, 64, 80, 128];

/** Width of a line of 1 unit in a drawing of 16 units: 1 px at 16, 2 px at 32 and 3 px at 80, all of whole pixels. */
const LINE: Record<number, number> = { 16: 1, 32: 1, 64: 0.75, 80: 0.6, 128: 0.625 };

/** Ribbon of the colourful, dark grey and black themes of Excel, near enough for looking. */
const GROUNDS = ['#f5f5f5', '#ffffff', '#444444', '#262626', '#0a0a0a'];

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const drawings = (): string[] =>
  readdirSync(path.join(assets, 'src'))
    .filter((f) => f.endsWith('.svg'))
    .sort()
    .map((f) => path.basename(f, '.svg'));
const sizesOf = (name: string): number[] => (name === 'phu-luc' ? PRODUCT : RIBBON);

/**
 * The drawing at a size; lines that carry a width of their own keep it. What a drawing marks as small is for the
 * smallest size only.
 */
function svgAt(name: string, size: number): string {
  const source = readFileSync(path.join(assets, 'src', `${name}.svg`), 'utf8');
  const fit = size < 24 ? source.replace('.small{', '.large{') : source;
  return fit
    .replace('<svg ', `<svg width="${size}" height="${size}" `)
    .replace('stroke-width="1"', `stroke-width="${LINE[size]}"`);
}

async function draw(page: Page, name: string, size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svgAt(name, size)}`);
  return page.screenshot({ omitBackground: true, type: 'png' });
}

async function drawSheet(page: Page, file: string): Promise<void> {
  const picture = (name: string, size: number): string =>
    `data:image/png;base64,${readFileSync(path.join(assets, `${name}-${size}.png`)).toString('base64')}`;
  const row = (ground: string): string =>
    drawings()
      .map(
        (name) =>
          `<td style="background:${ground}">` +
          (`<img src="${picture(name, 16)}" width="96" class="p"> <img src="${picture(name, 16)}"> <img ` +
            `src="${picture(name, 32)}"> <img src="${picture(name, 80)}"></td>`),
      )
      .join('');
  await page.setViewportSize({ width: 290 * drawings().length, height: 130 * GROUNDS.length });
  await page.setContent(
    '<style>body{margin:0}td{padding:16px}.p{image-rendering:pixelated}</style>' +
      `<table>${GROUNDS.map((g) => `<tr>${row(g)}</tr>`).join('')}</table>`,
  );
  writeFileSync(file, await page.screenshot({ type: 'png', fullPage: true }));
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { sheet: { type: 'string' } } });
  const executablePath = process.env['PHULUC_CHROMIUM'] ?? CANDIDATES.find((file) => existsSync(file));
  const browser = await chromium.launch(executablePath ? { executablePath } : { channel: 'chrome' });
  try {
    const page = await browser.newPage({ deviceScaleFactor: 1 });
    for (const name of drawings())
      for (const size of sizesOf(name))
        writeFileSync(path.join(assets, `${name}-${size}.png`), await draw(page, name, size));
    if (values.sheet) await drawSheet(page, values.sheet);
  } finally {
    await browser.close();
  }
}

main().catch((error: unknown) => {
  console.error(`Không vẽ được biểu tượng: ${String(error)}`);
  process.exitCode = 1;
});
