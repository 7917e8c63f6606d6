import { everyElement, type XmlElement } from './parse-xml';
import { error, type Trouble } from './trouble';

type Floor = readonly (readonly [set: string, version: string])[];

const shown = (floor: Floor): string =>
  floor
    .map(([set, version]) => `${set} ${version}`)
    .sort()
    .join(', ');

/** Both <Requirements> say the floor that src/excel asks for when it starts, no more and no less. */
export function checkFloor(root: XmlElement, floor: Floor): Trouble[] {
  const found = [...everyElement(root)].filter((e) => /^(app|ov):Requirements$/.test(e.name));
  const troubles = found.flatMap((element) => {
    const sets = element.children
      .flatMap((c) => c.children)
      .map((set) => [set.attributes.get('Name')?.value ?? '', set.attributes.get('MinVersion')?.value ?? ''] as const);
    return shown(sets) === shown(floor)
      ? []
      : [
          error(
            element.line,
            'floor',
            `<Requirements> đòi ${shown(sets) || 'không gì cả'}, còn src/excel/requirements.ts đòi ${shown(floor)}`,
          ),
        ];
  });
  if (found.length < 2)
    troubles.push(error(0, 'floor', '<Requirements> phải có ở cả <OfficeApp> và <VersionOverrides>'));
  return troubles;
}
