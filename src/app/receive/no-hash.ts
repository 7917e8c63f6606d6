/** Stands for the hash of a file whose bytes nobody could have. */
export const NO_HASH = '0'.repeat(64);
