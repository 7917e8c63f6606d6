import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import webpack from 'webpack';
import type { HostOptions } from './host';
import type { SheetJson } from './load';

let bundle: Promise<string> | undefined;

function compile(): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'excel-host-'));
  const config: webpack.Configuration = {
    mode: 'none',
    target: 'web',
    devtool: false,
    context: __dirname,
    entry: path.join(__dirname, 'browser-entry.ts'),
    output: { path: folder, filename: 'host.js' },
    resolve: { extensions: ['.ts', '.js'] },
    module: {
      rules: [
        {
          test: /\.ts$/,
          use: { loader: 'swc-loader', options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } } },
        },
      ],
    },
  };
  return new Promise((resolve, reject) => {
    webpack(config, (error, stats) => {
      if (error || stats?.hasErrors()) {
        reject(error ?? new Error(stats!.toString({ all: false, errors: true })));
        return;
      }
      const text = fs.readFileSync(path.join(folder, 'host.js'), 'utf8');
      fs.rmSync(folder, { recursive: true });
      resolve(text);
    });
  });
}

/**
 * The whole host as one script, to be injected before office.js (`context.addInitScript({ content })`).
 * After it `window.excelHost` is the host. Compiled once per process, about two seconds.
 */
export async function hostScript(options: HostOptions & { workbook?: SheetJson[] } = {}): Promise<string> {
  bundle ??= compile();
  return `window.excelHostOptions ??= ${JSON.stringify(options)};\n${await bundle}`;
}
