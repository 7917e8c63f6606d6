interface Named {
  file: string;
  sha256: string;
}

/**
 * Those decisions that speak of this file: same content, and same name unless it was renamed since. Of two files with
 * equal content each has its own, so that leaving one out does not leave out the other.
 */
export function boundTo<E extends Named>(entries: readonly E[], file: Named, files: readonly Named[]): E[] {
  return entries.filter(
    (e) =>
      e.sha256 === file.sha256 &&
      (e.file === file.file || !files.some((f) => f.file === e.file && f.sha256 === e.sha256)),
  );
}
