/** What is wrong with the options of a command, in Vietnamese: parseArgs of Node speaks English only. */
export function optionTrouble(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const option = /'(-{1,2}[^'\s=]+)/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `Lệnh này không có tham số ${option}.`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return /does not take an argument/.test(message)
        ? `Tham số ${option} không có giá trị đi kèm.`
        : `Tham số ${option} cần một giá trị đi kèm.`;
    default:
      return `Tham số không đúng: ${message}`;
  }
}
