import type { Style } from '@react-pdf/stylesheet';
import type { ReactNode } from 'react';
import type { ImageSource } from '../lesson/model.js';
import { Box, Picture } from './elements.js';

/** How many times its height a mark may be wide. */
const WIDEST = 5;

/**
 * A church's mark.
 *
 * @param height - In points; a mark that is very wide is made lower.
 */
export function Logo({ image, height, style }: { image: ImageSource; height: number; style: Style }): ReactNode {
  const ratio = image.width / image.height;
  const tall = Math.min(height, (height * WIDEST) / ratio);
  return (
    <Box style={style}>
      <Picture data={image.data} format={image.format} style={{ width: tall * ratio, height: tall }} />
    </Box>
  );
}
