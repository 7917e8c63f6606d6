import type { RegisterAgency } from './register-schema';

/** Whether an agency exists on an ISO day ("2020-12-14"); true where no day is asked about. */
export function existsOn({ from, to }: RegisterAgency, on: string | undefined): boolean {
  return on === undefined || ((from ?? '') <= on && on <= (to ?? '9999'));
}
