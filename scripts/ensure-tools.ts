import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What the tests need of the machine, each with the Debian packages that bring it. */
const TOOLS = {
  chromium: {
    packages: ['chromium'],
    places: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  },
  // Times New Roman of the printed pages is drawn with the metric-compatible Liberation fonts.
  libreoffice: {
    packages: ['libreoffice-calc', 'libreoffice-writer', 'poppler-utils', 'fonts-liberation'],
    places: ['/usr/bin/soffice'],
  },
} as const;

export type Tool = keyof typeof TOOLS;

/** Where a tool lies, or null. Chromium elsewhere is named by the variable CHROMIUM. */
export function findTool(tool: Tool): string | null {
  const named = tool === 'chromium' ? process.env['CHROMIUM'] : undefined;
  if (named) return existsSync(named) ? named : null;
  return TOOLS[tool].places.find((place) => existsSync(place)) ?? null;
}

/** Installs a tool from Debian's packages where this user may (root, apt-get); answers with its place, or null. */
export function ensureTool(tool: Tool): string | null {
  const found = findTool(tool);
  if (found || process.env['CHROMIUM'] || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return found;
  process.stderr.write(`Đang cài ${TOOLS[tool].packages.join(', ')} cho kiểm thử (chỉ lần đầu)…\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]): boolean =>
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  const done = apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', ...TOOLS[tool].packages);
  if (!done) process.stderr.write(`Không cài được ${TOOLS[tool].packages.join(', ')} từ kho của Debian.\n`);
  return findTool(tool);
}
