import { judgeLegacy } from '../../../src/core/text/judge-legacy';
import { isVietnameseSyllable } from '../../../src/core/text/vietnamese-syllable';
import { templates } from '../../../src/core/templates/registry';
import { encodeTcvn3Capitals, encodeVni } from '../../support/encode-legacy';

test.each([
  'nghiệp',
  'toán',
  'quyết',
  'quý',
  'giếng',
  'gì',
  'gìn',
  'khuyến',
  'ươm',
  'yêu',
  'ủy',
  'uỷ',
  'hòa',
  'hoà',
  'ĐƯỜNG',
  'rượu',
  'Uỷ',
  'thuở',
  'khuỷu',
])('%s is a syllable', (w) => expect(isVietnameseSyllable(w)).toBe(true));
test.each(['Bỏo', 'cỏo', 'tỏc', 'kể́t', 'các̀', 'toànn', 'kc', 'xqa', 'bàt', 'học̃', 'Ñôn', 'khơng', 'ýnh', ''])(
  '%s is none',
  (w) => expect(isVietnameseSyllable(w)).toBe(false),
);

test.each([
  ['C¸c b¸o c¸o', 'tcvn3', 'legacy'],
  ['Kh«ng', 'tcvn3', 'legacy'],
  ['th\u00ad viÖn', 'tcvn3', 'legacy'],
  ['Báo cáo công tác', 'tcvn3', 'unicode'],
  ['Đơn vị', 'tcvn3', 'unicode'],
  ['Báo cáo', 'vni', 'unicode'],
  ['Không có', 'vni', 'unicode'],
  ['co\u0302ng', 'tcvn3', 'unicode'],
  ['Caùc baùo caùo', 'vni', 'legacy'],
  ['Ñôn vò', 'vni', 'legacy'],
  ['Sè', 'tcvn3', 'either'],
  ['Không', 'tcvn3', 'either'],
  ['Bộ c¸c', 'tcvn3', 'mixed'],
  ['Bộ caùc soá lieäu', 'vni', 'mixed'],
  ['“Một cửa” «Tổng»', 'tcvn3', 'unicode'],
  ['Tong so 12', 'tcvn3', 'plain'],
  ['12 m²', 'tcvn3', 'plain'],
  ['', 'vni', 'plain'],
] as const)('%j in %s is %s', (text, encoding, verdict) => expect(judgeLegacy(text, encoding)).toBe(verdict));

test('every wording of the forms is known for what it is', () => {
  const labels = templates()
    .flatMap((t) => t.rows.map((r) => r.label))
    .filter((l) => /[^\0-\x7f]/.test(l));
  expect(labels.length).toBeGreaterThan(40);
  for (const label of labels) {
    expect([label, judgeLegacy(encodeTcvn3Capitals(label), 'tcvn3')]).toEqual([label, 'legacy']);
    expect([label, judgeLegacy(encodeVni(label), 'vni')]).toEqual([label, 'legacy']);
    expect([label, judgeLegacy(label, 'tcvn3')]).toEqual([label, 'unicode']);
  }
});
