/** What a trouble is about; tests and people look these up, so they do not change. */
export type TroubleCode =
  | 'xml'
  | 'element-unknown'
  | 'element-order'
  | 'element-missing'
  | 'element-repeated'
  | 'attribute-unknown'
  | 'attribute-missing'
  | 'value'
  | 'too-long'
  | 'https'
  | 'address-missing'
  | 'address-elsewhere'
  | 'icon-missing'
  | 'icon-size'
  | 'icon-sizes'
  | 'resource-unknown'
  | 'resource-kind'
  | 'resource-repeated'
  | 'resource-unused'
  | 'id-repeated'
  | 'function-unknown'
  | 'function-unused'
  | 'override-missing'
  | 'override-repeated'
  | 'locale'
  | 'letters'
  | 'floor'
  | 'runtime'
  | 'tool';

/** Something to say about a manifest. `line` counts from 1; 0 where it concerns the file as a whole. */
export interface Trouble {
  line: number;
  code: TroubleCode;
  severity: 'error' | 'warning';
  message: string;
}

export function error(line: number, code: TroubleCode, message: string): Trouble {
  return { line, code, severity: 'error', message };
}

export function warning(line: number, code: TroubleCode, message: string): Trouble {
  return { line, code, severity: 'warning', message };
}
