/** What a PDF says of itself in its information dictionary, XMP packet and catalog. */
export interface Metadata {
  title: string;
  authors: readonly string[];
  subject?: string | undefined;
  /** BCP 47 language of the text. */
  language: string;
  /** Which way its pages are turned; from left to right unless it says otherwise. */
  direction?: 'left-to-right' | 'right-to-left';
  /** Written as creation date: never the clock's, so that the same input gives the same bytes. */
  date: Date;
  /** Name and version of this program. */
  creator: string;
}

/** The entries of the information dictionary (ISO 32000-1, 14.3.3). */
export function informationDictionary({ title, authors, subject, date, creator }: Metadata): Record<string, unknown> {
  return {
    Title: title,
    ...(authors.length > 0 ? { Author: authors.join(', ') } : {}),
    ...(subject ? { Subject: subject } : {}),
    Creator: creator,
    Producer: creator,
    CreationDate: date,
    ModDate: date,
  };
}

/**
 * The XMP packet (ISO 16684-1) that says the same in XML.
 *
 * @param further - More descriptions, each an `rdf:Description` element.
 */
export function xmpPacket(
  { title, authors, subject, language, date, creator }: Metadata,
  further: readonly string[] = [],
): string {
  const stamp = date.toISOString().replace(/\.\d+Z$/, 'Z');
  const list = (items: readonly string[]) => items.map((item) => `<rdf:li>${xml(item)}</rdf:li>`).join('');
  const localised = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li></rdf:Alt>`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title>${localised(title)}</dc:title>
${authors.length > 0 ? `<dc:creator><rdf:Seq>${list(authors)}</rdf:Seq></dc:creator>\n` : ''}${subject ? `<dc:description>${localised(subject)}</dc:description>\n` : ''}<dc:language><rdf:Bag>${list([language])}</rdf:Bag></dc:language>
<xmp:CreateDate>${stamp}</xmp:CreateDate><xmp:ModifyDate>${stamp}</xmp:ModifyDate><xmp:CreatorTool>${xml(creator)}</xmp:CreatorTool><pdf:Producer>${xml(creator)}</pdf:Producer>
</rdf:Description>
${further.map((description) => `${description}\n`).join('')}</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

function xml(text: string): string {
  return text.replace(/[<>&"]/g, (c) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' })[c] ?? c);
}
