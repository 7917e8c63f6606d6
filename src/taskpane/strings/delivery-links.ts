/** Words of the buttons that open the screens for returned files and the set to sign; those screens bring their own. */
export const deliveryLinksVi = {
  returns: 'Trả lại đơn vị…',
  letter: 'Công văn…',
  letterFor: (name: string) => `Công văn trả lại: ${name}`,
  sign: 'Lập bộ trình ký…',
};

export const deliveryLinksEn: typeof deliveryLinksVi = {
  returns: 'Return to agencies…',
  letter: 'Letter…',
  letterFor: (name) => `Return letter: ${name}`,
  sign: 'Make the set to sign…',
};
