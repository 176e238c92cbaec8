import type { LanguageModule } from 'bible-passage-reference-parser/esm/lang/es.js';
import { BOOKS } from '../books.js';
import type { ReferenceLanguage } from './model.js';

/** Names of the 66 books in Spanish Bibles of the Reina-Valera tradition, in their order. */
const NAMES = (
  'Génesis|Éxodo|Levítico|Números|Deuteronomio|Josué|Jueces|Rut|1 Samuel|2 Samuel|1 Reyes|2 Reyes|1 Crónicas|' +
  '2 Crónicas|Esdras|Nehemías|Ester|Job|Salmos|Proverbios|Eclesiastés|Cantares|Isaías|Jeremías|Lamentaciones|Ezequiel|' +
  'Daniel|Oseas|Joel|Amós|Abdías|Jonás|Miqueas|Nahúm|Habacuc|Sofonías|Hageo|Zacarías|Malaquías|Mateo|Marcos|Lucas|Juan|' +
  'Hechos|Romanos|1 Corintios|2 Corintios|Gálatas|Efesios|Filipenses|Colosenses|1 Tesalonicenses|2 Tesalonicenses|' +
  '1 Timoteo|2 Timoteo|Tito|Filemón|Hebreos|Santiago|1 Pedro|2 Pedro|1 Juan|2 Juan|3 Juan|Judas|Apocalipsis'
).split('|');

/** Spanish, over what the reference parser knows of it. */
export function spanish(grammar: LanguageModule): ReferenceLanguage {
  return {
    tag: 'es',
    grammar,
    names: new Map(BOOKS.map(({ osis }, index) => [osis, NAMES[index] ?? osis])),
    psalm: 'Salmo',
    joints: 'y|e|o|u',
    and: '[ye]',
    commaVerses: true,
    translations:
      'RVR1909|RV1909|RVR1960|RVR60|RV1960|RV60|RVR1977|RVR1995|RVR95|RVA|RVC|RVR|BTX|DHH|LBLA|NBLA|NBLH|NBV|NTV|NVI|PDT|TLA|BJ|BLPH|VBL|WEB|KJV',
    prepare,
    ordinary: {
      joining:
        /^(?:cap[ií]tulos?|caps?|vers[ií]culos?|vers?|vv?|vss?|y|e|o|u|a|al|á|compara|t[ií]tulo|sig|siguientes)$/,
      counted:
        'años?|mes(?:es)?|semanas?|días?|horas?|minutos?|segundos?|ve(?:z|ces)|personas?|hombres?|mujer(?:es)?|niñ[oa]s?|jóvenes|herman[oa]s?|amig[oa]s?|discípulos?|otr[oa]s?|más|menos|por|páginas?|puntos?|preguntas?|cosas?|palabras?|líneas?|copias?|dólar(?:es)?|pesos?|euros?|monedas?|panes|metros?|kilómetros?|millas?|lecciones|iglesias?|grupos?|de\\s+(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)|[ap]\\.?\\s?m\\b',
      clock: '(?:[ap]\\.?\\s?m\\b|hs?\\b|horas?\\b)',
      of: 'de',
      names:
        'Abdías|Amós|Apocalipsis|Daniel|Esdras|Ester|Ezequiel|Filemón|Habacuc|Hageo|Hechos|Isaías|Jeremías|Job|Joel|Jonás|Josué|Juan|Judas|Jueces|Lucas|Malaquías|Marcos|Mateo|Miqueas|Nahúm|Nehemías|Números|Oseas|Proverbios|Romanos|Rut|Santiago|Sofonías|Tito|Zacarías',
      words: 'Can|Da|Es|Ga|Ge|Ha|Jo|Ju|Jue|La|Ma|Mar|Mi|Na|Ne|Pro|So|Ti',
      openers: 'Da|Es|Ha|Jue|La|Mar|Mi',
      withoutNumber:
        /(?<!(?:[123][.ªºao]*|I{1,3}|Primer|Primer[oa]|Segund[oa]|Tercer|Tercer[oa])\s*)(?<![\p{L}\d])(?:Samuel|Sam|Reyes|Crónicas|Cronicas|Cr[oó]n|Corintios|Cor|Tesalonicenses|Tes|Timoteo|Tim|Pedro|Ped)(?=\.?\s+\d)/gu,
    },
    partial: {
      verse: '[Vv]ers[ií]culos?|[Vv]ers?\\.?|[Vv]v?\\.?|[Vv]ss?\\.?',
      to: 'al?',
      of: 'del?',
      before: 'en|[Vv]éase|[Vv]er|cf\\.',
      stanza: 'himnos?|canta\\p{L}*|cantemos|canción|canto|coro|estrofas?|estribillo|melodía',
    },
  };
}

const ORDINALS: Record<string, string> = { P: '1', S: '2', T: '3' };

/** “Mateo 5 al 7”, “1.ª Corintios 13”, “Primera de Corintios 13”, “Primera carta a los Corintios 13”. */
function prepare(text: string): string {
  return text
    .replace(/(?<=\d\s)al?(?=\s\d)/g, (to) => '-'.padEnd(to.length))
    .replace(/(?<=[123]\.?)ª/g, 'º')
    .replace(
      /(?<![\p{L}\d])(?:Primera|Segunda|Tercera)(?:\s(?:carta|epístola))?\s(?:de|a\slos|a)\s(?=(?:Corintios|Tesalonicenses|Timoteo|Pedro|Juan|Samuel|Reyes|Crónicas)(?!\p{L}))/gu,
      (words) => (ORDINALS[words[0] ?? ''] ?? '').padEnd(words.length),
    );
}
