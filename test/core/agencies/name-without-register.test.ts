import { localCommittee, nameWithoutRegister } from '../../../src/core/agencies/name-without-register';

describe('without a register', () => {
  test('common provincial agencies are named from file names and headings', () => {
    for (const [text, code] of [
      ['02 So Tu phap.xlsx', 'STP'],
      ['STTTT.xlsx', 'STTTT'],
      ['Thanh tra tinh 57-BC-TTT.xlsx', 'TTT'],
    ]) {
      expect(nameWithoutRegister([{ kind: 'file-name', text: text! }]).agency?.code).toBe(code);
    }
    expect(nameWithoutRegister([{ kind: 'letterhead', text: 'UBND TỈNH ĐẮK NÔNG\nSỞ TÀI CHÍNH' }]).agency?.code).toBe(
      'STC',
    );
  });

  test('a committee below the province is named as the heading says it, and asked', () => {
    const named = nameWithoutRegister([
      { kind: 'file-name', text: 'phu luc.xlsx' },
      { kind: 'letterhead', text: 'UBND TỈNH ĐẮK NÔNG\nUBND HUYỆN ĐẮK MIL' },
    ]);
    expect(named).toMatchObject({
      agency: { code: 'UBND-DAKMIL', name: 'UBND huyện Đắk Mil', level: 'district' },
      state: 'doubtful',
    });
    expect(localCommittee('UBND TX Ninh Hoa.xlsx')).toMatchObject({ name: 'UBND thị xã Ninh Hoa', level: 'district' });
    expect(localCommittee('Ủy ban nhân dân phường Nam Nha Trang')).toMatchObject({
      name: 'UBND phường Nam Nha Trang',
      level: 'commune',
    });
  });

  test('BC-UBND, the province and a bare name say nobody', () => {
    expect(
      nameWithoutRegister([{ kind: 'reference', text: '(Đính kèm Báo cáo số 108/BC-UBND ngày 25/11/2020)' }]).agency,
    ).toBeNull();
    expect(localCommittee('UBND TỈNH KHÁNH HÒA')).toBeNull();
    expect(localCommittee('bao cao.xlsx')).toBeNull();
  });
});
