import { webcrypto } from 'node:crypto';
import { TextDecoder, TextEncoder } from 'node:util';

/** What browsers have and jsdom lacks. */
Object.assign(globalThis, {
  TextEncoder,
  TextDecoder,
  structuredClone: globalThis.structuredClone ?? ((x: unknown) => JSON.parse(JSON.stringify(x)) as unknown),
  ResizeObserver: class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
});
if (!globalThis.crypto?.subtle) Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
window.scrollTo = () => undefined;

/** The engine answers when it is done, not when a test acts; React's reminder of act() says nothing here. */
const tell = console.error;
console.error = (...words: unknown[]) => {
  if (!String(words[0]).includes('not wrapped in act')) tell(...words);
};
