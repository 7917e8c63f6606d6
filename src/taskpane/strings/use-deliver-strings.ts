import { deliverEn } from './deliver-en';
import { deliverVi, type DeliverStrings } from './deliver-vi';
import { en } from './en';
import { useStrings } from './use-strings';

/** The words of the screens that hand things out, in the language of the page; loaded with those screens. */
export function useDeliverStrings(): DeliverStrings {
  return useStrings() === en ? deliverEn : deliverVi;
}
