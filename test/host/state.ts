import type { Area } from '../../src/core/model/grid';
import { GridStore } from './grid-store';
import { StylePool } from './styles';

/** A bag of properties that the host only keeps; nested objects are bags too. */
export type Bag = { [key: string]: unknown };

export interface CommentState {
  id: string;
  row: number;
  col: number;
  content: string;
  author: string;
  resolved: boolean;
  replies: { id: string; content: string }[];
}
export interface ConditionalState {
  id: string;
  kind: string;
  areas: Area[];
  props: Bag;
}
export interface NameState {
  name: string;
  formula: string;
  comment: string;
  visible: boolean;
}
export interface FilterState {
  area: Area;
  criteria: Bag[];
}
export interface ProtectionState {
  password: string;
  options: Bag;
}

export interface SheetState {
  readonly id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  tabColor: string;
  showGridlines: boolean;
  showHeadings: boolean;
  enableCalculation: boolean;
  standardWidth: number;
  grid: GridStore;
  merges: Area[];
  /** Points, by column index from 0. */
  colWidths: Map<number, number>;
  rowHeights: Map<number, number>;
  hiddenRows: Set<number>;
  hiddenCols: Set<number>;
  comments: CommentState[];
  conditional: ConditionalState[];
  links: Map<number, Bag>;
  names: NameState[];
  custom: Map<string, string>;
  page: Bag;
  frozen: Area | null;
  filter: FilterState | null;
  protection: ProtectionState | null;
  deleted: boolean;
}

export interface WorkbookState {
  sheets: SheetState[];
  active: SheetState;
  selection: Area;
  /** Selection of each sheet that is not active. */
  selections: Map<string, Area>;
  names: NameState[];
  settings: Map<string, unknown>;
  xmlParts: { id: string; namespace: string; xml: string }[];
  properties: Bag;
  customProperties: Map<string, unknown>;
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual';
  enableEvents: boolean;
  protection: { password: string } | null;
  /** Office.context.document.settings, as serialised by the library. */
  documentSettings: Map<string, string>;
  pool: StylePool;
}

/** Default column width (Calibri 11) and row height in points on Windows. */
export const DEFAULT_WIDTH = 48;
export const DEFAULT_HEIGHT = 15;

let counter = 0;

/** A fresh id in the shape Excel uses. Never reused, so a deleted sheet's id stays dead. */
export function newId(): string {
  counter += 1;
  return `{00000000-0000-4000-8000-${String(counter).padStart(12, '0')}}`;
}

export function newSheet(name: string, pool: StylePool): SheetState {
  return {
    id: newId(),
    name,
    visibility: 'Visible',
    tabColor: '',
    showGridlines: true,
    showHeadings: true,
    enableCalculation: true,
    standardWidth: 8.43,
    grid: new GridStore(pool),
    merges: [],
    colWidths: new Map(),
    rowHeights: new Map(),
    hiddenRows: new Set(),
    hiddenCols: new Set(),
    comments: [],
    conditional: [],
    links: new Map(),
    names: [],
    custom: new Map(),
    page: {},
    frozen: null,
    filter: null,
    protection: null,
    deleted: false,
  };
}

/** A new workbook as Excel opens it: one empty sheet. */
export function newWorkbook(firstSheet = 'Sheet1'): WorkbookState {
  const pool = new StylePool();
  const sheet = newSheet(firstSheet, pool);
  return {
    sheets: [sheet],
    active: sheet,
    selection: { top: 0, left: 0, bottom: 0, right: 0 },
    selections: new Map(),
    names: [],
    settings: new Map(),
    xmlParts: [],
    properties: {},
    customProperties: new Map(),
    calculationMode: 'Automatic',
    enableEvents: true,
    protection: null,
    documentSettings: new Map(),
    pool,
  };
}
