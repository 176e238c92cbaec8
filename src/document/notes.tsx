import type { ReactNode } from 'react';
import { Box, Para } from './elements.js';
import type { Setting } from './setting.js';
import { WritingSpace } from './writing.js';

/** A page of writing lines under a small heading. */
export function NotesPage({ id, setting }: { id?: string; setting: Setting }): ReactNode {
  const { styles, labels, theme } = setting;
  const heading = theme.size.h2 * 1.4 + styles.line * 0.3;
  const count = Math.max(0, Math.floor((setting.text.height - heading - 1) / theme.writing.gap));
  return (
    <Box {...(id ? { id } : {})} keep>
      <Para tag={{ role: 'H', level: 1 }} style={{ ...styles.heading[2], marginBottom: styles.line * 0.3 }}>
        {labels.notes}
      </Para>
      <WritingSpace
        count={count}
        style={theme.writing.style}
        field={{ kind: 'text', name: 'notes', label: labels.notes }}
        setting={setting}
      />
    </Box>
  );
}
