import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../icons.js';

interface Props {
  name: string;
  title: string;
  side: 'left' | 'right';
  onClose: () => void;
  children: ComponentChildren;
}

/** Something beside the pages; on a telephone it comes up from below. */
export function Panel({ name, title, side, onClose, children }: Props) {
  const element = useRef<HTMLElement>(null);
  // Whoever opened it with the keyboard goes on in it.
  useEffect(() => {
    if (document.activeElement?.id === `toggle-${name}`) element.current?.focus();
  }, [name]);
  return (
    <aside
      ref={element}
      tabIndex={-1}
      class={`panel ${side}`}
      id={`panel-${name}`}
      aria-labelledby={`panel-${name}-title`}
      data-panel={name}
    >
      <header>
        <h2 id={`panel-${name}-title`}>{title}</h2>
        <button type="button" class="icon" aria-label={`Close ${title}`} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div class="panel-body">{children}</div>
    </aside>
  );
}
