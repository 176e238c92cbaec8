/** What an author wrote, for a message: cut off behind an ellipsis where it has more than `most` characters. */
export function shortened(text: string, most: number): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}
