/** Registers that ship with the program, each in a file of its own that is loaded when it is chosen. */
export const builtInRegisters: Record<string, () => Promise<unknown>> = {
  'khanh-hoa-2020': async () => (await import('../../samples/khanh-hoa-2020/agencies.json')).default,
  'hai-cap-2026': async () => (await import('../../samples/hai-cap-2026/agencies.json')).default,
};
