import { useEffect, useId, useState } from 'preact/hooks';
import { Field } from './field.js';

interface Props {
  value: string;
  isChosen: boolean;
  onChoose: (value: string | undefined) => void;
}

/** The accent color, picked or written as `#rrggbb`. */
export function AccentField({ value, isChosen, onChoose }: Props) {
  const id = useId();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const isColor = COLOR.test(text);
  return (
    <Field
      id={id}
      label="Accent color"
      reset={isChosen ? () => onChoose(undefined) : undefined}
      about={isColor ? undefined : 'Write a color as # and six digits, such as #7a2e2e.'}
    >
      <div class="color">
        <input
          type="color"
          aria-label="Pick the accent color"
          value={COLOR.test(value) ? value : '#000000'}
          onInput={({ currentTarget }) => onChoose(currentTarget.value)}
        />
        <input
          id={id}
          type="text"
          spellcheck={false}
          autocomplete="off"
          maxLength={7}
          aria-invalid={!isColor}
          aria-describedby={isColor ? undefined : `${id}-about`}
          value={text}
          onInput={({ currentTarget }) => {
            const typed = currentTarget.value.trim();
            setText(typed);
            if (COLOR.test(typed)) onChoose(typed.toLowerCase());
          }}
          onBlur={() => setText(value)}
        />
      </div>
    </Field>
  );
}

const COLOR = /^#[0-9a-f]{6}$/i;
