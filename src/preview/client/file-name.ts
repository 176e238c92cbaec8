/** The file name in a header, also where it is encoded (RFC 6266, section 4.3). */
export function fileName(disposition: string | null): string | undefined {
  const encoded = /filename\*\s*=\s*UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded) return decodeURIComponent(encoded.trim());
  const plain = /filename\s*=\s*(?:"([^"]+)"|([^;\s]+))/i.exec(disposition ?? '');
  return plain?.[1] ?? plain?.[2];
}
