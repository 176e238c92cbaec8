import { useId } from 'preact/hooks';
import type { Choices, Offered } from '../../protocol.js';
import { change, changeNothing, changeVariable, choices, refusedChoice } from '../choose.js';
import { dialog, server } from '../state.js';
import { variableLabel, variableNames } from '../words.js';
import { AccentField } from './accent-field.js';
import { Downloads } from './downloads.js';
import { Field } from './field.js';
import { SelectField } from './select-field.js';

/** What can be chosen in place of what the booklet says, and what to do with the result. */
export function ChoicesPanel() {
  const offered = server.value?.offered;
  if (!offered) return <p class="nothing">As soon as the booklet can be read, it can be made your own here.</p>;
  const chosen = choices();
  const isOwn = Object.keys(chosen).length === 0;
  const names = variableNames(offered.variables);
  return (
    <>
      <form class="choices" onSubmit={(event) => event.preventDefault()}>
        {names.length > 0 && (
          <fieldset>
            <legend>Your words</legend>
            {names.map((name) => (
              <VariableField key={name} name={name} offered={offered} chosen={chosen.variables?.[name]} />
            ))}
          </fieldset>
        )}
        <fieldset>
          <legend>Looks</legend>
          <SelectField
            label="Theme"
            options={offered.themes}
            own={offered.theme}
            chosen={chosen.theme}
            onChoose={(value) => change('theme', value)}
          />
          <div class="pair">
            <AccentField
              value={chosen.accent ?? offered.accent}
              isChosen={chosen.accent !== undefined}
              onChoose={(value) => change('accent', value, value !== undefined)}
            />
            <SizeField offered={offered} chosen={chosen.bodySize} />
          </div>
        </fieldset>
        <fieldset>
          <legend>Text and paper</legend>
          <SelectField
            label="Bible translation"
            options={offered.translations}
            own={offered.translation}
            chosen={chosen.translation}
            onChoose={(value) => change('translation', value)}
          />
          <SelectField
            label="Paper"
            options={offered.papers}
            own={offered.paper}
            chosen={chosen.paper}
            onChoose={(value) => change('paper', value as Choices['paper'])}
          />
        </fieldset>
        {refusedChoice.value && (
          <p class="refused" role="alert">
            {refusedChoice.value}
          </p>
        )}
        <div class="actions">
          <button type="button" disabled={isOwn} onClick={changeNothing}>
            Everything as the booklet says
          </button>
          <button
            type="button"
            disabled={isOwn}
            onClick={() => {
              dialog.value = { kind: 'overlay' };
            }}
          >
            Keep as a booklet of your own…
          </button>
        </div>
      </form>
      <Downloads />
    </>
  );
}

function VariableField({ name, offered, chosen }: { name: string; offered: Offered; chosen: string | undefined }) {
  const id = useId();
  return (
    <Field
      id={id}
      label={variableLabel(name)}
      reset={chosen === undefined ? undefined : () => changeVariable(name, undefined, offered)}
    >
      <input
        id={id}
        type="text"
        name={name}
        autocomplete="off"
        value={chosen ?? offered.variables[name] ?? ''}
        onInput={({ currentTarget }) => changeVariable(name, currentTarget.value, offered)}
      />
    </Field>
  );
}

function SizeField({ offered, chosen }: { offered: Offered; chosen: number | undefined }) {
  const id = useId();
  const { least, most, step } = offered.bodySizes;
  return (
    <Field
      id={id}
      label="Type size (pt)"
      reset={chosen === undefined ? undefined : () => change('bodySize', undefined)}
    >
      <input
        id={id}
        type="number"
        min={least}
        max={most}
        step={step}
        value={chosen ?? offered.bodySize}
        onInput={({ currentTarget }) => {
          const size = currentTarget.valueAsNumber;
          if (size >= least && size <= most) change('bodySize', size, true);
        }}
      />
    </Field>
  );
}
