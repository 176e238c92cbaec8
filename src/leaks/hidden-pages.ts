import type { ReadObjects } from './objects.js';

/** A PDF whose pages show what a file holds without showing it: one page for each, in order. */
export async function hiddenPages({ lib, context, unseen }: ReadObjects): Promise<Uint8Array> {
  const tree = context.obj({ Type: 'Pages', Count: unseen.length });
  const treeRef = context.register(tree);
  const kids = unseen.map(({ contents, resources }) =>
    context.register(
      context.obj({
        Type: 'Page',
        Parent: treeRef,
        MediaBox: [0, 0, 1000, 1000],
        Resources: resources,
        Contents: contents instanceof lib.PDFStream ? context.register(contents) : contents,
      }),
    ),
  );
  tree.set(lib.PDFName.of('Kids'), context.obj(kids));
  const { trailerInfo } = context;
  trailerInfo.Root = context.register(context.obj({ Type: 'Catalog', Pages: treeRef }));
  return lib.PDFWriter.forContext(context, Number.POSITIVE_INFINITY).serializeToBuffer();
}
