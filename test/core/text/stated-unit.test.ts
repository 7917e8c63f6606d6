import { statedUnit, unitOf } from '../../../src/core/text/stated-unit';

describe('statedUnit', () => {
  test.each([
    ['(Đơn vị tính: nghìn hồ sơ)', 'scaled'],
    ['ĐVT: 1.000 hồ sơ', 'scaled'],
    ['Đơn vị: trăm', 'scaled'],
    ['DON VI TINH: NGHIN', 'scaled'],
    ['Đơn vị tính: %', 'percent'],
    ['(đơn vị: %)', 'percent'],
    ['Kỳ báo cáo: năm 2020\nĐVT: phần trăm', 'percent'],
  ])('“%s” is %s', (text, kind) => expect(statedUnit(text)?.kind).toBe(kind));

  test.each([
    'Đơn vị tính: hồ sơ',
    'Đơn vị tính: TTHC, %',
    'Đơn vị: Huyện Triệu Phong',
    'Đơn vị: Phường Vạn Thắng',
    'Đơn vị báo cáo: Sở Tài chính',
    'Đơn vị: xã Trăm Năm',
    'Tổng số (nghìn)',
    'Đơn vị tính: cơ quan, đơn vị',
    'Đạt 100 %',
    '',
  ])('“%s” says nothing', (text) => expect(statedUnit(text)).toBeNull());

  test('in a header brackets are enough; levels and years in brackets are no unit', () => {
    expect(statedUnit('Tổng số (nghìn hồ sơ)', true)?.unit).toBe('nghìn hồ sơ');
    expect(statedUnit('Cấp tỉnh\n(x1000)', true)?.kind).toBe('scaled');
    expect(statedUnit('Cấp huyện (8 đơn vị)', true)).toBeNull();
    expect(statedUnit('Tổng số (2020)', true)).toBeNull();
  });

  test('a unit cell', () => {
    expect(unitOf('%')?.kind).toBe('percent');
    expect(unitOf('cơ quan')).toBeNull();
    expect(unitOf('100 hồ sơ')?.kind).toBe('scaled');
  });
});
