import type { PdfReference } from './outline.js';

type MakeRef = (data: object) => PdfReference & { write(chunk: Uint8Array): void };

/** The colours that a file is made for (ISO 32000-1, 14.11.5). */
export interface Intent {
  /** The standard that asks for it: PDF/X (ISO 15930-7, 6.2) or PDF/A (ISO 19005-2, 6.2.3). */
  subtype: 'GTS_PDFX' | 'GTS_PDFA1';
  /** An ICC profile of so many components. */
  profile: Uint8Array;
  components: 3 | 4;
  /** The condition's name in a registry, such as `CGATS TR 001`, and the registry's address. */
  identifier: string;
  registry: string;
  /** The condition in words. */
  info: string;
}

const ALTERNATE = { 3: 'DeviceRGB', 4: 'DeviceCMYK' } as const;

/** The catalog's output intent with its profile embedded. */
export function outputIntentDictionary(
  { subtype, profile, components, identifier, registry, info }: Intent,
  makeRef: MakeRef,
): object {
  const stream = makeRef({ N: components, Alternate: ALTERNATE[components] });
  stream.write(profile);
  stream.end();
  return {
    Type: 'OutputIntent',
    S: subtype,
    OutputConditionIdentifier: new String(identifier),
    RegistryName: new String(registry),
    Info: new String(info),
    DestOutputProfile: stream,
  };
}

/**
 * What the XMP packet of a PDF/X-4 file adds: the version key, trapping, and the three keys by which a file is told
 * from others (ISO 15930-7, 6.8).
 *
 * @param id - The file's identifier, 16 bytes as hexadecimal digits.
 */
export function pdfxDescription(id: string, date: Date): string {
  const uuid = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const stamp = date.toISOString().replace(/\.\d+Z$/, 'Z');
  return `<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion><pdf:Trapped>False</pdf:Trapped><xmp:MetadataDate>${stamp}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:${uuid}</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>`;
}
