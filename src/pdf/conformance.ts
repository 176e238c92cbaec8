import type { FieldOptions } from './fields/fields.js';

/** What a file for screens is promised to be. */
export interface ScreenConformance {
  /** The ICC profile of sRGB, in which the screen's colours are meant. */
  profile: Uint8Array;
  /** How places to write and tick become fields; without it the file is one to read. */
  fields?: FieldOptions;
}

/** Names by which a file says that it is PDF/A-2a (ISO 19005-2, 6.6.4) and PDF/UA-1 (ISO 14289-1, 5). */
const PDFA = '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>';
const PDFUA = '<pdfuaid:part>1</pdfuaid:part>';

/**
 * What the XMP packet of a tagged file adds. PDF/A knows no key of PDF/UA, so the packet describes the one there is, as
 * ISO 19005-2, 6.6.2.3 asks.
 */
export function conformanceDescriptions(): string[] {
  return [
    `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
${PDFA}${PDFUA}
</rdf:Description>`,
    `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`,
  ];
}
