import { everyElement, type XmlElement } from './parse-xml';
import { pngSize } from './png-size';
import { resourcesOf } from './resources';
import { error, type Trouble } from './trouble';

/**
 * Looks up a file of the add-in by its path below the pane's folder ("assets/pane-16.png"); null where it is not there.
 */
export type ReadFile = (path: string) => Uint8Array | null;

/**
 * Sizes every icon of the ribbon must have; and those of the two pictures of a task pane add-in (manifest reference:
 * Image, IconUrl, HighResolutionIconUrl).
 */
const MUST = ['16', '32', '80'];
const PRODUCT: Record<string, number> = { 'app:IconUrl': 32, 'app:HighResolutionIconUrl': 64 };

interface Picture {
  address: string;
  size: number;
  line: number;
}

/**
 * All addresses lie where the pane lies and lead to something; icons have the sizes they claim. `pages`: also look for
 * pages, not only assets.
 */
export function checkAddresses(root: XmlElement, read: ReadFile, pages: boolean): Trouble[] {
  const source = [...everyElement(root)]
    .find((e) => e.name === 'app:SourceLocation')
    ?.attributes.get('DefaultValue')?.value;
  if (!source || !URL.canParse(source)) return [];
  const base = new URL('.', source).href;
  return [
    ...checkPlaces(root, base, read, pages),
    ...checkIconSizes(root),
    ...picturesOf(root).flatMap((p) => checkPicture(p, base, read)),
  ];
}

function checkPlaces(root: XmlElement, base: string, read: ReadFile, pages: boolean): Trouble[] {
  const pictures = new Set(picturesOf(root).map((p) => p.address));
  return [...everyElement(root)]
    .flatMap((element) => [...element.attributes.values()])
    .flatMap(({ value, line }) => {
      if (!/^https?:\/\//.test(value) || pictures.has(value)) return [];
      if (!value.startsWith(base))
        return sameHost(value, base)
          ? [error(line, 'address-elsewhere', `${value} không nằm dưới ${base}, nơi đặt trang của bảng`)]
          : [];
      const path = pathBelow(value, base);
      if (!pages && !path.startsWith('assets/')) return [];
      return read(path) ? [] : [error(line, 'address-missing', `không có tệp ${path}`)];
    });
}

/** A page of support may lie elsewhere; on a developer's own machine only if the whole add-in does. */
function sameHost(address: string, base: string): boolean {
  return (
    URL.canParse(address) && (new URL(address).host === new URL(base).host || new URL(address).hostname === 'localhost')
  );
}

function pathBelow(address: string, base: string): string {
  const path = address.slice(base.length).replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function checkIconSizes(root: XmlElement): Trouble[] {
  return [...everyElement(root)]
    .filter((e) => e.name === 'ov:Icon')
    .flatMap((icon) => {
      const sizes = icon.children.map((c) => c.attributes.get('size')?.value ?? '');
      const missing = MUST.filter((size) => !sizes.includes(size));
      return missing.length === 0 ? [] : [error(icon.line, 'icon-sizes', `<Icon> thiếu cỡ ${missing.join(', ')}`)];
    });
}

function picturesOf(root: XmlElement): Picture[] {
  const images = new Map(
    resourcesOf(root)
      .filter((r) => r.kind === 'bt:Image')
      .map((r) => [r.id, r.element]),
  );
  return [...everyElement(root)]
    .flatMap((element) => {
      const size =
        PRODUCT[element.name] ?? (element.name === 'bt:Image' ? Number(element.attributes.get('size')?.value) : NaN);
      const holder = PRODUCT[element.name] ? element : images.get(element.attributes.get('resid')?.value ?? '');
      if (!holder || !Number.isFinite(size)) return [];
      const values = [holder.attributes.get('DefaultValue'), ...holder.children.map((c) => c.attributes.get('Value'))];
      return values.flatMap((v) => (v ? [{ address: v.value, size, line: v.line }] : []));
    })
    .filter(
      (p, i, all) => all.findIndex((q) => q.address === p.address && q.size === p.size && q.line === p.line) === i,
    );
}

function checkPicture({ address, size, line }: Picture, base: string, read: ReadFile): Trouble[] {
  if (!address.startsWith(base))
    return [error(line, 'address-elsewhere', `biểu tượng ${address} không nằm dưới ${base}`)];
  const path = pathBelow(address, base);
  const bytes = read(path);
  if (!bytes) return [error(line, 'icon-missing', `không có tệp biểu tượng ${path}`)];
  const real = pngSize(bytes);
  if (!real) return [error(line, 'icon-size', `${path} không phải ảnh PNG`)];
  return real.width === size && real.height === size
    ? []
    : [error(line, 'icon-size', `${path} có cỡ ${real.width}×${real.height}, phải là ${size}×${size}`)];
}
