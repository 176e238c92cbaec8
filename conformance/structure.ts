import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject } from '@cantoo/pdf-lib';

/**
 * Walks a file's structure tree (ISO 32000-1, 14.7.2) in reading order, from the root down.
 *
 * @returns Every structure element once.
 */
export function structureElements(pdf: PDFDocument): PDFDict[] {
  const root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'));
  const elements = new Set<PDFDict>();
  const visit = (kid: PDFObject | undefined): void => {
    if (kid instanceof PDFArray) for (let index = 0; index < kid.size(); index += 1) visit(kid.lookup(index));
    // Marked content and annotations are kids too, and have no role.
    if (!(kid instanceof PDFDict) || !roleOf(kid) || elements.has(kid)) return;
    elements.add(kid);
    visit(kid.lookup(PDFName.of('K')));
  };
  if (root instanceof PDFDict) visit(root.lookup(PDFName.of('K')));
  return [...elements];
}

/** What a structure element says that it is. */
export function roleOf(element: PDFDict): string | undefined {
  const role = element.lookup(PDFName.of('S'));
  return role instanceof PDFName ? role.decodeText() : undefined;
}

/** How many elements there are of each role, by the roles' names. */
export function countRoles(pdf: PDFDocument): Record<string, number> {
  const roles = structureElements(pdf).map((element) => roleOf(element) ?? '');
  return Object.fromEntries(
    [...new Set(roles)].sort().map((role) => [role, roles.filter((one) => one === role).length]),
  );
}
