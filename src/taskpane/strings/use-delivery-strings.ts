import { deliveryEn } from './delivery-en';
import { deliveryVi, type DeliveryStrings } from './delivery-vi';
import { useStrings } from './use-strings';

/** The words of the screens that hand things out, in the language of the page; loaded with those screens. */
export function useDeliveryStrings(): DeliveryStrings {
  return useStrings().lang === 'en' ? deliveryEn : deliveryVi;
}
