import type { PreviewOptions as Asked } from '../preview/preview.js';
import type { Running } from '../preview/start.js';
import { absoluteFrom } from './options.js';

/** How a booklet is previewed. */
export interface PreviewOptions extends Omit<Asked, 'base'> {
  /** Folder that paths are relative to, also those in messages; the process's own when absent. */
  cwd?: string;
}

/**
 * Shows a booklet in the browser, on this computer alone, and follows its files until it is closed, as `gathering preview`
 * does. What the system says is thrown where the port cannot be listened on.
 *
 * @param booklet - A folder that holds a `booklet.yaml`.
 */
export async function preview(
  booklet: string,
  { cwd = process.cwd(), ...options }: PreviewOptions = {},
): Promise<Running> {
  const base = absoluteFrom(process.cwd(), cwd);
  const { templates, ...rest } = options;
  const { preview: previewBooklet } = await import('../preview/preview.js');
  return previewBooklet(absoluteFrom(base, booklet), {
    ...rest,
    base,
    ...(templates ? { templates: templates.map((folder) => absoluteFrom(base, folder)) } : {}),
  });
}
