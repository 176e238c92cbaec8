import { CONTROLS, type Control, controlFault, UNSPOILT } from './controls.js';
import { FLAVOUR_NAMES, type Flavour } from './flavours.js';
import { faultOf, type Verdict } from './report.js';

/** A control held to one standard that asks for what was spoilt. */
export interface ControlOutcome {
  control: Control;
  flavour: Flavour;
  rules: readonly string[];
  /** What veraPDF said; nothing where there was nothing to spoil. */
  verdict: Verdict | undefined;
  /** Why the control proves nothing. */
  fault: string | undefined;
}

/** All that was found out. */
export interface Outcome {
  verdicts: readonly Verdict[];
  /** How many elements of each role a file has, by the file's name. */
  roles: Readonly<Record<string, Record<string, number>>>;
  /** None where only given files were checked. */
  controls?: {
    /** The file that was spoilt. */
    source: string;
    unspoilt: readonly Verdict[];
    outcomes: readonly ControlOutcome[];
  };
}

/** Judges the controls, whose verdicts bear the controls' names for files. */
export function judgeControls(source: string, verdicts: readonly Verdict[]): Outcome['controls'] {
  const find = (file: string, flavour: Flavour) =>
    verdicts.find((verdict) => verdict.file === file && verdict.flavour === flavour);
  const outcomes = CONTROLS.flatMap((control) =>
    FLAVOUR_NAMES.flatMap((flavour): ControlOutcome[] => {
      const rules = control.rules[flavour];
      if (!rules) return [];
      const verdict = find(control.name, flavour);
      const unspoilt = find(UNSPOILT, flavour);
      const fault =
        verdict && unspoilt ? controlFault(rules, verdict, unspoilt) : 'the file has nothing of it to spoil';
      return [{ control, flavour, rules, verdict, fault }];
    }),
  );
  return { source, unspoilt: verdicts.filter(({ file }) => file === UNSPOILT), outcomes };
}

/** Whether every file passes and every control proves what it should. */
export function isGood({ verdicts, controls }: Outcome): boolean {
  const files = verdicts.length > 0 && verdicts.every((verdict) => faultOf(verdict) === undefined);
  return files && (controls?.outcomes ?? []).every(({ fault }) => fault === undefined);
}
