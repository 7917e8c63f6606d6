import type { ExcelHost } from './host';
import { defineType, NULL, rangeObject, type BagObject, type HostObject, type RangeObject } from './objects';
import { parseLocal } from './references';
import { refuse } from './wire';

const plain = (type: string) => (): HostObject => ({ type });

/** Events name their range as "sheet id!address". */
function eventRange(host: ExcelHost, reference: string): RangeObject | null {
  const [id = '', local = ''] = reference.split('!');
  const sheet = host.findSheet(id);
  const area = parseLocal(local);
  return sheet && area ? rangeObject(sheet, area) : null;
}

defineType<HostObject>('Workbook', {
  get: {
    Name: () => 'Book1.xlsx',
    ReadOnly: () => false,
    IsDirty: () => true,
    AutoSave: () => false,
    PreviouslySaved: () => false,
  },
  nav: {
    Worksheets: plain('WorksheetCollection'),
    Names: plain('NamedItemCollection'),
    Comments: plain('CommentCollection'),
    Settings: plain('SettingCollection'),
    CustomXmlParts: plain('CustomXmlPartCollection'),
    Application: plain('Application'),
    Protection: plain('WorkbookProtection'),
    _Runtime: plain('Runtime'),
    Properties: (_, host) => ({ type: 'DocumentProperties', root: host.state.properties, path: [] }) as BagObject,
  },
  call: {
    GetSelectedRange: (_, _args, host) => rangeObject(host.state.active, host.state.selection),
    GetActiveCell: (_, _args, host) => {
      const { top, left } = host.state.selection;
      return rangeObject(host.state.active, { top, left, bottom: top, right: left });
    },
    // The range of an event: getRange(context) of its arguments.
    _GetRangeForEventByReferenceId: (_, [reference], host) => {
      const range = eventRange(host, String(reference));
      if (!range) throw refuse.reference();
      return range;
    },
    _GetRangeOrNullObjectForEventByReferenceId: (_, [reference], host) => eventRange(host, String(reference)) ?? NULL,
    Save: () => undefined,
    _GetReferenceCount: () => 0,
  },
});

defineType<HostObject>('Application', {
  get: {
    CalculationMode: (_, host) => host.state.calculationMode,
    CalculationState: () => 'Done',
    CalculationEngineVersion: () => 191_029,
    DecimalSeparator: (_, host) => host.locale.decimal,
    ThousandsSeparator: (_, host) => host.locale.group,
    UseSystemSeparators: () => true,
  },
  set: {
    CalculationMode: (_, v, host) => {
      if (v !== 'Automatic' && v !== 'Manual' && v !== 'AutomaticExceptTables') throw refuse.argument();
      // What was written until now is calculated before the rule changes.
      host.calc.settle();
      host.state.calculationMode = v;
    },
  },
  nav: { CultureInfo: plain('CultureInfo') },
  call: {
    Calculate: (_, _args, host) => {
      host.calc.touch();
      host.calc.settle(true);
    },
    SuspendApiCalculationUntilNextSync: () => undefined,
    SuspendScreenUpdatingUntilNextSync: () => undefined,
  },
});
defineType<HostObject>('CultureInfo', {
  get: { Name: (_, host) => host.options.dataLocale },
  nav: { NumberFormat: plain('NumberFormatInfo') },
});
defineType<HostObject>('NumberFormatInfo', {
  get: {
    NumberDecimalSeparator: (_, host) => host.locale.decimal,
    NumberGroupSeparator: (_, host) => host.locale.group,
  },
});
defineType<HostObject>('Runtime', {
  get: { EnableEvents: (_, host) => host.state.enableEvents },
  set: {
    EnableEvents: (_, v, host) => {
      host.state.enableEvents = v === true;
    },
  },
});

/**
 * Office services (task pane, ribbon, start-up behaviour): every call is accepted and written down, none has an effect.
 */
interface ServiceObject extends HostObject {
  name: string;
}
const any = <T extends object>(handler: (name: string) => unknown): T =>
  new Proxy({} as T, { get: (_, name) => (typeof name === 'string' ? handler(name) : undefined) });
defineType<ServiceObject>('Service', {
  call: any((method) => (o: ServiceObject, args: unknown[], host: ExcelHost) => {
    host.services.push([o.name, method, args]);
    return { type: 'Service', name: `${o.name}.${method}(${args.map(String).join()})` } as ServiceObject;
  }),
  nav: any((name) => (o: ServiceObject) => ({ type: 'Service', name: `${o.name}.${name}` }) as ServiceObject),
  set: any((name) => (o: ServiceObject, value: unknown, host: ExcelHost) => {
    host.services.push([o.name, `${name} =`, [value]]);
  }),
});
