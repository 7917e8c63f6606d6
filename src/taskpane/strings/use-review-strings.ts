import { reviewEn } from './review-en';
import { reviewVi, type ReviewStrings } from './review-vi';
import { useStrings } from './use-strings';

/** The words of the review screens in the language of the page; loaded with those screens. */
export function useReviewStrings(): ReviewStrings {
  return useStrings().lang === 'en' ? reviewEn : reviewVi;
}
