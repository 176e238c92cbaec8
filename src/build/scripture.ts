import type { Booklet } from '../booklet/model.js';
import type { Checked } from '../diagnostics/diagnostic.js';
import { knownAs } from '../diagnostics/known-as.js';
import type { Lesson } from '../lesson/model.js';
import { readTranslationFolder } from '../load/translation-files.js';
import { checkReferenceLanguage, loadReferenceLanguage, withBookNames } from '../scripture/languages/load.js';
import { loadTranslations } from '../scripture/library.js';
import { booksNeeded } from '../scripture/needs.js';
import type { ScriptureSource } from '../scripture/set-scripture.js';
import { aboutUsfmFolder, isUsfmFile, readUsfmFolder } from '../scripture/usfm/bible.js';
import type { World } from '../world/model.js';
import type { Recall } from './memory.js';

/** What the lessons' scripture is set from: the translations they need, one that the booklet brings among them, and its language. */
export async function readScripture(
  world: World,
  booklet: Booklet,
  lessons: readonly Lesson[],
  base: string,
  { keep, reread, kept }: Recall,
): Promise<Checked<Required<ScriptureSource>>> {
  const { said } = booklet;
  const plain = await loadReferenceLanguage(booklet.language);
  const sentences = await keep('sentences', [booklet.file, booklet.title], () => kept?.sentences.of(booklet));
  const read = keep('language with sentences', [plain, sentences], () => (sentences ? { ...plain, sentences } : plain));
  const bible = await reread('translation', [booklet], world, async (from) => {
    const folder = await readTranslationFolder(from, booklet, isUsfmFile);
    const files = folder?.files.map(({ path, bytes }) => ({ path, file: knownAs(path, base), bytes })) ?? [];
    return { folder, files, about: folder && aboutUsfmFolder(files) };
  });
  const { folder, files, about } = bible;
  const needed = booksNeeded(lessons, about?.id ?? booklet.translation, {
    own: about ? [about] : [],
    language: read,
  });
  const asked = { folder: knownAs(folder?.folder ?? '', base), ...said(['translation']) };
  const books = JSON.stringify([...needed].map(([id, names]) => [id, [...names].sort()]));
  const own = keep(
    'own translation',
    [bible, books],
    (): ReturnType<typeof readUsfmFolder> =>
      folder ? readUsfmFolder(files, asked, about && needed.get(about.id)) : { value: undefined, messages: [] },
  );
  const language = keep('reference language', [read, own], () => withBookNames(read, own.value?.names ?? new Map()));
  const translations = await keep('translations', [own, books], () =>
    loadTranslations(world, needed, own.value ? [own.value] : []),
  );
  const translation = own.value?.id ?? booklet.translation;
  return {
    value: keep('scripture', [translation, translations, language], () => ({ translation, translations, language })),
    messages: [...own.messages, ...checkReferenceLanguage(language, said(['language']))],
  };
}
