import { en } from './en';
import { steerEn } from './steer-en';
import { steerVi, type SteerStrings } from './steer-vi';
import { useStrings } from './use-strings';

/** The words of the steering screens in the language of the page; loaded with those screens. */
export function useSteerStrings(): SteerStrings {
  return useStrings() === en ? steerEn : steerVi;
}
