import { createXlsxWriter } from '../../src/files/xlsx-writer/create-xlsx-writer';
import { fontsInOrder } from '../../src/files/xlsx-writer/schema-order';
import { partsOf } from './read-parts';
import { smallPlan } from './small-plan';

test('children of a font stand in the order of the schema, none is lost', () => {
  expect(
    fontsInOrder(
      '<fonts count="1"><font><b/><family val="1"/><color rgb="FF000000"/><sz val="14"/><name val="Times New ' +
        'Roman"/></font></fonts>',
    ),
  ).toBe(
    '<fonts count="1"><font><b/><sz val="14"/><color rgb="FF000000"/><name val="Times New Roman"/><family ' +
      'val="1"/></font></fonts>',
  );
  expect(() => fontsInOrder('<font><b>x</b></font>')).toThrow('another way');
});

test('every font of a workbook does', async () => {
  const styles = partsOf(await createXlsxWriter().write(smallPlan()))['xl/styles.xml']!;
  const fonts = [...styles.matchAll(/<font>(.*?)<\/font>/g)].map((m) =>
    [...m[1]!.matchAll(/<(\w+)/g)].map((c) => c[1]),
  );
  expect(fonts.length).toBeGreaterThan(5);
  const order = ['b', 'i', 'u', 'sz', 'color', 'name', 'family'];
  for (const children of fonts) expect(children).toEqual(order.filter((name) => children.includes(name)));
});
