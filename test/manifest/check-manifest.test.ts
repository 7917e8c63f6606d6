import { change, check, lineOf, shipped } from './shipped';

/** Each mistake: the manifest with it, a text on the line to be named, and the code expected. */
type Mistake = [what: string, xml: string, at: string | null, code: string, message: RegExp];

const icon = (size: number): string => `<bt:Image size="${size}" resid="pane.${size}" />`;
const paneSupertip =
  /( *<Supertip>\s*<Title resid="OpenPane.Label" \/>\s*<Description resid="OpenPane.Tip" \/>\s*<\/Supertip>\n)/;
const paneLabel = / *<Label resid="OpenPane.Label" \/>\n/;

const MISTAKES: Mistake[] = [
  ['an end tag that does not match', change('</Hosts>', '</Host>'), '</Host>', 'xml', /không khớp thẻ mở <Hosts>/],
  ['a bare ampersand', change('Kiểm tra trang này"', 'Kiểm tra & sửa"'), '& sửa', 'xml', /&amp;/],
  ['an attribute written twice', change('size="16"', 'size="16" size="16"'), 'size="16" size', 'xml', /hai lần/],
  ['an undeclared prefix', change('<bt:Images>', '<bx:Images>'), '<bx:Images>', 'xml', /bx chưa được khai báo/],
  ['a DOCTYPE', change('<OfficeApp', '<!DOCTYPE OfficeApp>\n<OfficeApp'), '<!DOCTYPE', 'xml', /DOCTYPE/],
  [
    'two elements in the wrong order',
    change(/( *<Version>.*\n)( *<ProviderName>.*\n)/, '$2$1'),
    '<Version>',
    'element-order',
    /<Version> phải đứng trước <ProviderName>/,
  ],
  [
    'a tooltip before the label',
    change(paneLabel, '').replace(paneSupertip, '$1                  <Label resid="OpenPane.Label" />\n'),
    '<Label resid="OpenPane.Label"',
    'element-order',
    /<Label> phải đứng trước <Supertip>/,
  ],
  [
    'a misspelt element',
    change('<FunctionFile resid', '<FunctionsFile resid'),
    '<FunctionsFile',
    'element-unknown',
    /<FunctionsFile> không được phép trong <DesktopFormFactor>/,
  ],
  [
    'an element of another namespace',
    change('<bt:Images>', '<Images>').replace('</bt:Images>', '</Images>'),
    '<Images>',
    'element-unknown',
    /<Images> không được phép/,
  ],
  ['no permissions', change(/ *<Permissions>.*\n/, ''), '<OfficeApp', 'element-missing', /thiếu <Permissions>/],
  [
    'two versions',
    change('<Version>1.0.0.0</Version>', '<Version>1.0.0.0</Version><Version>1.0.0.1</Version>'),
    '<Version>',
    'element-repeated',
    /chỉ được có một <Version>/,
  ],
  [
    'no xsi:type',
    change('<ExtensionPoint xsi:type="PrimaryCommandSurface">', '<ExtensionPoint>'),
    '<ExtensionPoint>',
    'attribute-missing',
    /thiếu thuộc tính xsi:type/,
  ],
  [
    'an unknown attribute',
    change('lifetime="long"', 'lifetime="long" life="9"'),
    'life="9"',
    'attribute-unknown',
    /không có thuộc tính life/,
  ],
  ['a wrong Id', change('4ca46c0f-', '4ca46c0-'), '<Id>', 'value', /GUID/],
  ['a wrong version', change('1.0.0.0', '1.0-beta'), '<Version>', 'value', /phiên bản/],
  [
    'http',
    change(/https(:\/\/localhost:3000\/assets\/undo-32)/, 'http$1'),
    'http://localhost:3000/assets/undo-32',
    'https',
    /phải bắt đầu bằng https/,
  ],
  [
    'an icon that is not there',
    change('assets/undo-16.png', 'assets/undone-16.png'),
    'undone-16',
    'icon-missing',
    /assets\/undone-16\.png/,
  ],
  [
    'an icon of another size',
    change('assets/undo-16.png', 'assets/undo-32.png'),
    '<bt:Image id="undo.16"',
    'icon-size',
    /32×32, phải là 16×16/,
  ],
  [
    'a picture that is not a PNG',
    change('assets/phu-luc-32.png', 'assets/src/phu-luc.svg'),
    'phu-luc.svg',
    'icon-size',
    /không phải ảnh PNG/,
  ],
  [
    'an icon without its largest size',
    change(icon(80), ''),
    '<Icon>\n                    <bt:Image size="16" resid="pane.16"',
    'icon-sizes',
    /thiếu cỡ 80/,
  ],
  [
    'an icon on another server',
    change(/https:\/\/localhost:3000(\/assets\/undo-16)/, 'https://cdn.example.vn$1'),
    'cdn.example.vn',
    'address-elsewhere',
    /không nằm dưới/,
  ],
  [
    'a help page that is not there',
    change('assets/tro-giup.html', 'assets/giup.html'),
    'giup.html',
    'address-missing',
    /không có tệp assets\/giup\.html/,
  ],
  [
    'a resid that leads nowhere',
    change('<Label resid="Undo.Label" />', '<Label resid="Undo.Name" />'),
    'Undo.Name',
    'resource-unknown',
    /"Undo.Name" không có/,
  ],
  [
    'a long text where a short one belongs',
    change('<Title resid="Undo.Label" />', '<Title resid="Undo.Tip" />'),
    '<Title resid="Undo.Tip"',
    'resource-kind',
    /phải nằm trong <bt:ShortStrings>/,
  ],
  [
    'a resource written twice',
    change('String id="Undo.Label"', 'String id="Consolidate.Label"'),
    null,
    'resource-repeated',
    /"Consolidate.Label" đã có/,
  ],
  [
    'a label of 126 letters',
    change('DefaultValue="Hoàn tác"', `DefaultValue="${'ô'.repeat(126)}"`),
    'ôôô',
    'too-long',
    /126 ký tự, tối đa 125/,
  ],
  [
    'a tip of 251 letters',
    change(/(id="Undo.Tip" DefaultValue=")[^"]*/, `$1${'ô'.repeat(251)}`),
    'String id="Undo.Tip"',
    'too-long',
    /251 ký tự, tối đa 250/,
  ],
  ['a resid of 33 letters', change(/"Undo\.Tip"/g, `"${'t'.repeat(33)}"`), null, 'too-long', /33 ký tự, tối đa 32/],
  ['an id of 126 letters', change('"PhuLuc.Undo"', `"${'t'.repeat(126)}"`), 'tttt', 'too-long', /tối đa 125/],
  [
    'an unknown function',
    change('<FunctionName>undoStep', '<FunctionName>undoAll'),
    'undoAll',
    'function-unknown',
    /"undoAll" không có trong src\/commands/,
  ],
  [
    'two buttons with one id',
    change('id="PhuLuc.Undo"', 'id="PhuLuc.CheckSheet"'),
    null,
    'id-repeated',
    /đã dùng ở dòng/,
  ],
  [
    'a text without English',
    change(/<Override Locale="en-US" Value="CCHC appendices" \/>/, ''),
    '<DisplayName',
    'override-missing',
    /<DisplayName> thiếu bản en-US/,
  ],
  [
    'a label in one language',
    change(/<bt:Override Locale="en-US" Value="Undo" \/>/, ''),
    'String id="Undo.Label"',
    'override-missing',
    /"Undo.Label" thiếu bản en-US/,
  ],
  ['English as the default', change('>vi-VN<', '>en-US<'), '<DefaultLocale>', 'locale', /phải là vi-VN/],
  [
    'letters with loose marks',
    change('DefaultValue="Hoàn tác"', `DefaultValue="${'Hoàn tác'.normalize('NFD')}"`),
    'String id="Undo.Label"',
    'letters',
    /NFC/,
  ],
  [
    'a lower floor',
    change('<Set Name="ExcelApi" MinVersion="1.14"', '<Set Name="ExcelApi" MinVersion="1.7"'),
    '<Requirements>',
    'floor',
    /ExcelApi 1\.7.*ExcelApi 1\.14/,
  ],
  ['a short-lived runtime', change('lifetime="long"', 'lifetime="short"'), '<Runtime ', 'runtime', /lifetime="long"/],
  [
    'functions on a page of their own',
    change('<FunctionFile resid="Pane.Url" />', '<FunctionFile resid="Help.Url" />'),
    '<FunctionFile',
    'runtime',
    /khác trang của bảng/,
  ],
];

test('the shipped manifest has nothing wrong', () => {
  expect(check(shipped)).toEqual([]);
});

test.each(MISTAKES)('%s is found, with its line', (_what, xml, at, code, message) => {
  const found = check(xml).filter((t) => t.code === code);
  expect(found).not.toHaveLength(0);
  expect(found.map((t) => t.message).join('\n')).toMatch(message);
  expect(found.every((t) => t.severity === 'error')).toBe(true);
  if (at !== null) expect(found.map((t) => t.line)).toContain(lineOf(xml, at));
});

test('a resource nobody uses is told, and is no error', () => {
  const xml = change(
    '<bt:ShortStrings>',
    '<bt:ShortStrings>\n<bt:String id="Spare" DefaultValue="Thừa"><bt:Override Locale="en-US" Value="Spare" ' +
      '/></bt:String>',
  );
  expect(check(xml)).toEqual([
    {
      line: lineOf(xml, 'id="Spare"'),
      code: 'resource-unused',
      severity: 'warning',
      message: expect.stringContaining('"Spare"'),
    },
  ]);
});

test('a command without a button is found', () => {
  expect(
    check(shipped, {
      commands: ['openPane', 'checkSheet', 'checkWorkbook', 'consolidate', 'insertTemplate', 'undoStep', 'print'],
    }),
  ).toMatchObject([{ code: 'function-unused', message: expect.stringContaining('"print"') }]);
});

test('the floor is the one src/excel asks for', () => {
  expect(
    check(shipped, {
      floor: [
        ['ExcelApi', '1.17'],
        ['SharedRuntime', '1.1'],
      ],
    }).map((t) => t.code),
  ).toEqual(['floor', 'floor']);
});

test('every line end counts once', () => {
  const xml = change('<Version>1.0.0.0', '<Version>x').replaceAll('\n', '\r\n');
  expect(check(xml)).toMatchObject([{ code: 'value', line: lineOf(xml, '<Version>') }]);
});
