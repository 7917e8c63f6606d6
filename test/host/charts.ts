import type { Area } from '../../src/core/model/grid';
import { defineBag, defineType, writeBag, type BagObject, type HostObject, type SheetObject } from './objects';
import { asRange } from './range-moves';
import { localName } from './references';
import type { Bag } from './state';
import { refuse } from './wire';

// Charts are kept with the page of their sheet: what was asked of them, not how they look.

const charts = (o: SheetObject): Bag[] => (o.sheet.page['Charts'] as Bag[] | undefined) ?? [];
const chartAt = (o: SheetObject, root: Bag): BagObject => ({ type: 'Chart', root, path: [], sheet: o.sheet });

defineType<SheetObject>('ChartCollection', {
  get: { Count: (o) => charts(o).length },
  items: (o) => charts(o).map((root) => chartAt(o, root) as unknown as HostObject),
  call: {
    Add: (o, [type, source, by], host) => {
      host.guardSheet(o.sheet);
      const { sheet, area }: { sheet: unknown; area: Area } = asRange(source, o.sheet, host);
      if (sheet !== o.sheet) throw refuse.notSimulated('ChartCollection.add with a range of another sheet');
      const root: Bag = { Type: type, Source: localName(area), By: by ?? 'Auto' };
      o.sheet.page['Charts'] = [...charts(o), root];
      return chartAt(o, root);
    },
  },
});

const font = { Name: '', Size: 10, Bold: false, Italic: false, Color: '#000000' };
defineBag(
  'Chart',
  { Name: '' },
  {
    Title: 'ChartTitle',
    Legend: 'ChartLegend',
    Axes: 'ChartAxes',
    Format: 'ChartAreaFormat',
    Series: 'ChartSeriesCollection',
  },
  {
    SetPosition: (o, [from, to], host) => {
      const cell = (range: unknown): string => localName(asRange(range, o.sheet!, host).area);
      writeBag(o)['Position'] = `${cell(from)}:${cell(to)}`;
    },
  },
);
defineBag('ChartAreaFormat', {}, { Font: 'ChartFont' });
defineBag('ChartFont', font);
defineBag('ChartTitle', { Text: '', Visible: true }, { Format: 'ChartTitleFormat' });
defineBag('ChartTitleFormat', {}, { Font: 'ChartFont' });
defineBag('ChartLegend', { Visible: true, Position: 'Right' });
defineBag('ChartAxes', {}, { CategoryAxis: 'ChartAxis', ValueAxis: 'ChartAxis' });
defineBag(
  'ChartAxis',
  {
    TickLabelSpacing: 'Auto',
    ReversePlotOrder: false,
    Position: 'Automatic',
    Minimum: 0,
    Maximum: 0,
    NumberFormat: 'General',
  },
  { Title: 'ChartAxisTitle' },
);
defineBag('ChartAxisTitle', { Text: '', Visible: false });
defineType<BagObject>('ChartSeriesCollection', {
  call: {
    GetItemAt: (o, [index]) =>
      ({ ...o, type: 'ChartSeries', path: [...o.path, String(index)] }) as unknown as HostObject,
  },
});
defineBag('ChartSeries', { GapWidth: 150 }, { Format: 'ChartSeriesFormat' });
defineBag('ChartSeriesFormat', {}, { Fill: 'ChartFill', Line: 'ChartLineFormat' });
defineBag(
  'ChartFill',
  {},
  {},
  {
    SetSolidColor: (o, [color]) => {
      writeBag(o)['Color'] = color;
    },
  },
);
defineBag('ChartLineFormat', { Color: '#000000' });
