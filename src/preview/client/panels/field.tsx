import type { ComponentChildren } from 'preact';
import { Icon } from '../icons.js';

interface FieldProps {
  id: string;
  label: string;
  /** Says what the booklet says; there only while something else is chosen. */
  reset?: (() => void) | undefined;
  about?: string | undefined;
  children: ComponentChildren;
}

/** A control with its label above it, a sentence about it below, and a way back to what the booklet says. */
export function Field({ id, label, reset, about, children }: FieldProps) {
  return (
    <div class={`field${reset ? ' chosen' : ''}`}>
      <label for={id}>{label}</label>
      {reset && (
        <button type="button" class="reset" title="As the booklet says" onClick={reset}>
          <Icon name="reset" />
          <span class="unseen">{label}: as the booklet says</span>
        </button>
      )}
      {children}
      {about && (
        <p class="about" id={`${id}-about`}>
          {about}
        </p>
      )}
    </div>
  );
}
