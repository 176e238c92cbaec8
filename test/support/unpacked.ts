import { inflateSync } from 'node:zlib';

const STREAM = /\d+ 0 obj\n<< \/Type \/(ObjStm|XRef)[\s\S]*?>>\nstream\n([\s\S]*?)\nendstream\nendobj\n/g;

/**
 * A PDF as text (Latin 1) in which the objects of its object streams stand as if each were in the file by itself, and
 * nothing tells where they stood.
 */
export function unpacked(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(STREAM, (_, kind: string, packed: string) =>
      kind === 'XRef' ? '' : objectsOf(inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')),
    )
    .replace(/startxref\n\d+/, 'startxref');
}

function objectsOf(content: string): string {
  const head = /^[\d ]+\n/.exec(content)?.[0] ?? '';
  const numbers = head.trim().split(' ').map(Number);
  const places = numbers.flatMap((id, index) => (index % 2 === 0 ? [{ id, offset: numbers[index + 1] ?? 0 }] : []));
  return places
    .map(({ id, offset }, index) => {
      const body = content.slice(head.length + offset, head.length + (places[index + 1]?.offset ?? content.length));
      return `${id} 0 obj\n${body.trimEnd()}\nendobj\n`;
    })
    .join('');
}
