import { remember } from './remember';

const ONSETS = ['ngh', 'ng', 'nh', 'gh', 'gi', 'kh', 'ph', 'qu', 'th', 'tr', 'ch', ...'bcdđghklmnprstvx', ''];

/** Rhymes without tones, as school grammars list them. */
const RHYMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu ' +
    ('o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oat oay oăc oăm oăn oăng oăt oe oen oeo oet ' +
      'oong ooc ') +
    ('ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uôc uôi ' +
      'uôm uôn uông uôt ') +
    'uơ uy uya uych uyn uynh uyp uyt uyên uyêt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu ' +
    'y yêm yên yêng yêt yêu'
  ).split(' '),
);
/** The rest of "quy…", where the u belongs to the onset. */
const AFTER_QU = new Set('y ych yn ynh yp yt yên yêt yu'.split(' '));

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
const MISPLACED = /[bcdđghklmnpqrstvx][\u0300\u0301\u0303\u0309\u0323]/;
const SHARP_OR_HEAVY = /[\u0301\u0323]/;
const STOPPED = /(?:c|ch|p|t)$/;

function isSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize('NFD');
  const tones = apart.match(TONE) ?? [];
  if (tones.length > 1 || MISPLACED.test(apart)) return false;
  const bare = apart.replace(TONE, '').normalize('NFC');
  for (const onset of ONSETS) {
    if (!bare.startsWith(onset)) continue;
    const rhyme = bare.slice(onset.length);
    const known = RHYMES.has(rhyme) || (onset === 'qu' && AFTER_QU.has(rhyme));
    if (known && (!STOPPED.test(rhyme) || SHARP_OR_HEAVY.test(tones[0] ?? ''))) return true;
  }
  return bare === 'gi';
}

/**
 * Whether a word could be one syllable of Vietnamese by its spelling: onset, rhyme and at most one tone that the rhyme
 * can carry. "nghiệp" and "toán" are, "cụngt", "Bỏo" and "kểt" are not. Not a dictionary: "cã" is one too.
 */
export const isVietnameseSyllable: (word: string) => boolean = remember(isSyllable);
