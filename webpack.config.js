/**
 * Builds four things: dist/web (the pane and the page), dist/web/phu-luc.html (all of it in one file) by way of
 * dist/.single, and dist/cli/phuluc.cjs. Settings, from the environment:
 *   PHULUC_ORIGIN     where the pane will be served from, written into the manifest (https://localhost:3000)
 *   PHULUC_OFFICE_JS  address of office.js; a relative one where it is mirrored beside the pane
 */
const path = require('node:path');
const fs = require('node:fs');
const webpack = require('webpack');
const HtmlPlugin = require('html-webpack-plugin');
const MinimizerPlugin = require('minimizer-webpack-plugin');
const CopyPlugin = require('copy-webpack-plugin');
const { SinglePagePlugin } = require('./scripts/webpack/single-page-plugin.cjs');
const { sampleFiles, SAMPLE } = require('./scripts/webpack/sample-files.cjs');

const DEV_ORIGIN = 'https://localhost:3000';
const origin = (process.env.PHULUC_ORIGIN || DEV_ORIGIN).replace(/\/+$/, '');
const officeJs = process.env.PHULUC_OFFICE_JS || 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

const out = (...parts) => path.join(__dirname, 'dist', ...parts);

const common = (name, mode) => ({
  name,
  mode,
  devtool: mode === 'production' ? false : 'cheap-module-source-map',
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: 'swc-loader',
        options: {
          jsc: {
            parser: { syntax: 'typescript', tsx: true },
            target: 'es2022',
            transform: { react: { runtime: 'automatic' } },
          },
        },
      },
    ],
  },
  // The same compiler that transpiles also minifies: a third of the time of the default.
  optimization: { minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify, extractComments: false })] },
  cache: { type: 'filesystem', name: `${name}-${mode}`, buildDependencies: { config: [__filename] } },
  performance: { hints: false },
  stats: 'errors-warnings',
});

/** No request leaves the page's own origin, apart from office.js. */
function policy(office) {
  const host = /^https?:/.test(office) ? ` ${new URL(office).origin}` : '';
  return [
    "default-src 'none'",
    `script-src 'self'${host}`,
    "worker-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

const page = (filename, office) =>
  new HtmlPlugin({
    template: 'src/taskpane/page.html',
    filename,
    chunks: ['taskpane'],
    scriptLoading: 'defer',
    templateParameters: { csp: policy(office), officeJs: office },
  });

const library = (name, test) => ({ test, name, chunks: 'initial', enforce: true });

const web = (mode) => ({
  ...common('web', mode),
  target: ['web', 'es2022'],
  entry: { taskpane: './src/taskpane/index.tsx' },
  output: {
    path: out('web'),
    filename: '[name].[contenthash:8].js',
    chunkFilename: '[name].[contenthash:8].js',
    publicPath: 'auto',
    clean: { keep: 'phu-luc.html' },
  },
  optimization: {
    ...common('web', mode).optimization,
    splitChunks: {
      cacheGroups: {
        react: library('react', /node_modules[\\/](react|react-dom|scheduler)[\\/]/),
        fluent: library(
          'fluent',
          /node_modules[\\/](@fluentui|@griffel|@floating-ui|tabster|keyborg|stylis|rtl-css-js|@swc)[\\/]/,
        ),
      },
    },
  },
  plugins: [
    new webpack.DefinePlugin({ PHULUC_SINGLE: 'false' }),
    page('taskpane.html', officeJs),
    page('index.html', ''),
    new CopyPlugin({
      patterns: [
        {
          from: 'manifest.xml',
          noErrorOnMissing: true,
          transform: (text) => String(text).replaceAll(`${DEV_ORIGIN}/`, `${origin}/`),
        },
        { from: 'assets', to: 'assets', noErrorOnMissing: true },
        // What tests know of the sample is no part of the page.
        { from: `samples/${SAMPLE}`, to: `samples/${SAMPLE}`, globOptions: { ignore: ['**/truth.json'] } },
        {
          from: `samples/${SAMPLE}/agencies.json`,
          to: `samples/${SAMPLE}/index.json`,
          transform: () => JSON.stringify(sampleFiles().map((f) => f.file)),
        },
      ],
    }),
  ],
});

/** Everything in one file each, put into one HTML file by SinglePagePlugin. */
const single = (name, entry, target, mode, plugins) => ({
  ...common(name, mode),
  devtool: false,
  target: [target, 'es2022'],
  entry: { [name]: entry },
  output: { path: out('.single'), filename: '[name].js' },
  plugins: [
    new webpack.DefinePlugin({ PHULUC_SINGLE: 'true' }),
    new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
    ...plugins,
  ],
});

const cli = (mode) => ({
  ...common('cli', mode),
  devtool: false,
  target: 'node20',
  entry: { phuluc: './src/cli/main.ts' },
  output: { path: out('cli'), filename: 'phuluc.cjs' },
  optimization: { minimize: false },
  plugins: [
    new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
    new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true }),
    { apply: (c) => c.hooks.afterEmit.tap('executable', () => fs.chmodSync(out('cli', 'phuluc.cjs'), 0o755)) },
  ],
});

module.exports = (_env, argv = {}) => {
  const mode = argv.mode === 'development' ? 'development' : 'production';
  return [
    web(mode),
    single('worker', './src/worker/worker.ts', 'webworker', mode, []),
    {
      ...single('page', './src/taskpane/index.tsx', 'web', mode, [
        new SinglePagePlugin({ template: 'src/taskpane/page.html', to: out('web', 'phu-luc.html') }),
      ]),
      dependencies: ['worker', 'web'],
    },
    cli(mode),
  ];
};
