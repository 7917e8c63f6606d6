/** A section of <Resources> that a resid points into. */
export type ResourceKind = 'bt:Image' | 'bt:Url' | 'short' | 'long';

/** What may stand in an attribute or as text. */
export type ValueKind =
  | 'short'
  | 'long'
  | 'address'
  | 'id'
  | 'key'
  | 'guid'
  | 'version'
  | 'short-version'
  | 'locale'
  | 'pixels'
  | 'boolean'
  | { resid: ResourceKind }
  | readonly string[];

/** A child element: its type, or its type by xsi:type; how often it may stand there. */
export interface ChildRule {
  name: string;
  type: string | Record<string, string>;
  least: 0 | 1;
  many: boolean;
}

/** Children in the order they must stand, attributes (a trailing ? marks one that may be absent), and the text. */
export interface TypeRule {
  children?: readonly ChildRule[];
  attributes?: Record<string, ValueKind>;
  text?: ValueKind;
}

const one = (name: string, type: ChildRule['type'] = name): ChildRule => ({ name, type, least: 1, many: false });
const maybe = (name: string, type: ChildRule['type'] = name): ChildRule => ({ name, type, least: 0, many: false });
const some = (name: string, type: ChildRule['type'] = name): ChildRule => ({ name, type, least: 1, many: true });
const any = (name: string, type: ChildRule['type'] = name): ChildRule => ({ name, type, least: 0, many: true });

const resid = (kind: ResourceKind): TypeRule => ({ attributes: { resid: { resid: kind } } });
const setting = (kind: ValueKind): TypeRule => ({
  attributes: { DefaultValue: kind },
  children: [any('app:Override', `Override ${String(kind)}`)],
});
const override = (kind: ValueKind): TypeRule => ({ attributes: { Locale: 'locale', Value: kind } });
const resource = (kind: ValueKind): TypeRule => ({
  attributes: { id: 'key', DefaultValue: kind },
  children: [any('bt:Override', `Override ${String(kind)}`)],
});
const button: readonly ChildRule[] = [
  maybe('ov:OverriddenByRibbonApi', 'Boolean'),
  one('ov:Label', 'ShortRef'),
  maybe('ov:ToolTip', 'LongRef'),
  one('ov:Supertip'),
  one('ov:Icon'),
];
const ACTIONS = { ExecuteFunction: 'ExecuteFunction', ShowTaskpane: 'ShowTaskpane' };
const BASE: readonly ChildRule[] = [
  one('app:Id', 'Guid'),
  maybe('app:AlternateId', 'Short'),
  one('app:Version', 'Version'),
  one('app:ProviderName', 'Short'),
  one('app:DefaultLocale', 'Locale'),
  one('app:DisplayName', 'ShortSetting'),
  one('app:Description', 'LongSetting'),
  maybe('app:IconUrl', 'AddressSetting'),
  maybe('app:HighResolutionIconUrl', 'AddressSetting'),
  maybe('app:SupportUrl', 'AddressSetting'),
  maybe('app:AppDomains'),
  maybe('app:Hosts'),
  maybe('app:Requirements'),
  one('app:DefaultSettings'),
  one('app:Permissions'),
  maybe('ov:VersionOverrides', { VersionOverridesV1_0: 'VersionOverrides' }),
];

/**
 * The part of the add-in only manifest that a task pane add-in of Excel may use: which elements, in which order, with
 * which attributes. Written from [MS-OWEMXML] and Microsoft's manifest reference, and compared with the published
 * schemas; lengths are theirs.
 */
export const TYPES: Record<string, TypeRule> = {
  'app:OfficeApp': { children: BASE, attributes: { 'xsi:type': ['TaskPaneApp'] } },
  Guid: { text: 'guid' },
  Short: { text: 'short' },
  Version: { text: 'version' },
  Locale: { text: 'locale' },
  Boolean: { text: 'boolean' },
  ShortSetting: setting('short'),
  LongSetting: setting('long'),
  AddressSetting: setting('address'),
  'Override short': override('short'),
  'Override long': override('long'),
  'Override address': override('address'),
  'app:AppDomains': { children: [some('app:AppDomain')] },
  'app:AppDomain': { text: 'address' },
  'app:Hosts': { children: [some('app:Host')] },
  'app:Host': { attributes: { Name: ['Workbook'] } },
  'app:Requirements': { children: [maybe('app:Sets')] },
  'app:Sets': { children: [some('app:Set', 'Set')], attributes: { 'DefaultMinVersion?': 'short-version' } },
  Set: { attributes: { Name: 'short', 'MinVersion?': 'short-version' } },
  'app:DefaultSettings': { children: [one('app:SourceLocation', 'AddressSetting')] },
  'app:Permissions': { text: ['Restricted', 'ReadDocument', 'ReadAllDocument', 'WriteDocument', 'ReadWriteDocument'] },

  VersionOverrides: {
    attributes: { 'xsi:type': ['VersionOverridesV1_0'] },
    children: [maybe('ov:Description', 'LongRef'), maybe('ov:Requirements'), one('ov:Hosts'), one('ov:Resources')],
  },
  'ov:Requirements': { children: [one('bt:Sets')] },
  'bt:Sets': { children: [some('bt:Set', 'Set')], attributes: { 'DefaultMinVersion?': 'short-version' } },
  'ov:Hosts': { children: [some('ov:Host', { Workbook: 'Workbook' })] },
  Workbook: { children: [maybe('ov:Runtimes'), one('ov:DesktopFormFactor')], attributes: { 'xsi:type': ['Workbook'] } },
  'ov:Runtimes': { children: [some('ov:Runtime')] },
  'ov:Runtime': { attributes: { resid: { resid: 'bt:Url' }, 'lifetime?': ['short', 'long'] } },
  'ov:DesktopFormFactor': {
    children: [
      maybe('ov:GetStarted'),
      maybe('ov:FunctionFile', 'UrlRef'),
      some('ov:ExtensionPoint', { PrimaryCommandSurface: 'CommandSurface' }),
    ],
  },
  'ov:GetStarted': {
    children: [one('ov:Title', 'ShortRef'), one('ov:Description', 'LongRef'), one('ov:LearnMoreUrl', 'UrlRef')],
  },
  ShortRef: resid('short'),
  LongRef: resid('long'),
  UrlRef: resid('bt:Url'),
  CommandSurface: {
    children: [any('ov:OfficeTab', 'Tab'), maybe('ov:CustomTab')],
    attributes: { 'xsi:type': ['PrimaryCommandSurface'] },
  },
  Tab: { children: [some('ov:Group')], attributes: { id: 'id' } },
  'ov:CustomTab': { children: [some('ov:Group'), one('ov:Label', 'ShortRef')], attributes: { id: 'id' } },
  'ov:Group': {
    children: [
      maybe('ov:OverriddenByRibbonApi', 'Boolean'),
      one('ov:Label', 'ShortRef'),
      one('ov:Icon'),
      some('ov:Control', { Button: 'Button', Menu: 'Menu' }),
    ],
    attributes: { id: 'id' },
  },
  Button: {
    children: [...button, one('ov:Action', ACTIONS), maybe('ov:Enabled', 'Boolean')],
    attributes: { 'xsi:type': ['Button'], id: 'id' },
  },
  Menu: { children: [...button, one('ov:Items')], attributes: { 'xsi:type': ['Menu'], id: 'id' } },
  'ov:Items': { children: [some('ov:Item')] },
  'ov:Item': {
    children: [
      one('ov:Label', 'ShortRef'),
      one('ov:Supertip'),
      maybe('ov:Icon'),
      one('ov:Action', ACTIONS),
      maybe('ov:Enabled', 'Boolean'),
    ],
    attributes: { id: 'id' },
  },
  'ov:Supertip': { children: [one('ov:Title', 'ShortRef'), one('ov:Description', 'LongRef')] },
  'ov:Icon': { children: [some('bt:Image', 'IconImage')] },
  IconImage: { attributes: { size: 'pixels', resid: { resid: 'bt:Image' } } },
  ExecuteFunction: { children: [one('ov:FunctionName')], attributes: { 'xsi:type': ['ExecuteFunction'] } },
  'ov:FunctionName': { text: 'long' },
  ShowTaskpane: {
    children: [maybe('ov:TaskpaneId', 'Short'), one('ov:SourceLocation', 'UrlRef'), maybe('ov:Title', 'ShortRef')],
    attributes: { 'xsi:type': ['ShowTaskpane'] },
  },
  'ov:Resources': {
    children: [maybe('bt:Images'), maybe('bt:Urls'), maybe('bt:ShortStrings'), maybe('bt:LongStrings')],
  },
  'bt:Images': { children: [any('bt:Image', 'AddressResource')] },
  'bt:Urls': { children: [any('bt:Url', 'AddressResource')] },
  'bt:ShortStrings': { children: [any('bt:String', 'ShortResource')] },
  'bt:LongStrings': { children: [any('bt:String', 'LongResource')] },
  AddressResource: resource('address'),
  ShortResource: resource('short'),
  LongResource: resource('long'),
};
