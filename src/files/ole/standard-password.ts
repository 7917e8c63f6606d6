/**
 * Excel encrypts a workbook that is only protected against changes with this password, and opens it without asking
 * (MS-OFFCRYPTO 2.1).
 */
export const STANDARD_PASSWORD = 'VelvetSweatshop';
