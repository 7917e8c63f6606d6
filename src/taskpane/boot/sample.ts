import type { InputFile } from '../../app/ports';

const FOLDER = 'samples/khanh-hoa-2020/';

/**
 * Files of the sample province that travel inside the single page, else those beside the page on its server; null where
 * there are none.
 */
export function sampleSource(): (() => Promise<InputFile[]>) | null {
  const inside = document.getElementById('sample');
  if (inside) {
    return async () =>
      (JSON.parse(inside.textContent ?? '[]') as { file: string; base64: string }[]).map(({ file, base64 }) => ({
        file,
        size: base64.length,
        bytes: async () => decode(base64),
      }));
  }
  if (!/^https?:$/.test(location.protocol)) return null;
  return async () => {
    const names = (await (await get(`${FOLDER}index.json`)).json()) as string[];
    return names.map((file) => ({
      file,
      size: 0,
      bytes: async () => (await get(`${FOLDER}received/${encodeURIComponent(file)}`)).arrayBuffer(),
    }));
  };
}

async function get(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

export function decode(base64: string): ArrayBuffer {
  return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)).buffer;
}
