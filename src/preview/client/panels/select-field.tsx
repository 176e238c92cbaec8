import { useId } from 'preact/hooks';
import type { Option } from '../../protocol.js';
import { sentence } from '../places.js';
import { Field } from './field.js';

interface Props {
  label: string;
  options: readonly Option[];
  /** What the booklet says. */
  own: string;
  /** What was chosen instead. */
  chosen: string | undefined;
  /** Told what is chosen now; `undefined` is as the booklet says. */
  onChoose: (value: string | undefined) => void;
}

/** A choice from a list; what the booklet says is told beneath once something else is chosen. */
export function SelectField({ label, options, own, chosen, onChoose }: Props) {
  const id = useId();
  const value = chosen ?? own;
  const labelOf = (name: string) => options.find((option) => option.value === name)?.label ?? name;
  const about = [
    sentence(options.find((option) => option.value === value)?.about ?? ''),
    chosen && `The booklet says: ${labelOf(own)}.`,
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <Field id={id} label={label} about={about} reset={chosen === undefined ? undefined : () => onChoose(undefined)}>
      <select
        id={id}
        value={value}
        aria-describedby={about ? `${id}-about` : undefined}
        onChange={({ currentTarget }) => onChoose(currentTarget.value === own ? undefined : currentTarget.value)}
      >
        {!options.some((option) => option.value === value) && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
