import { TextInput } from '@mantine/core';
import type { ConnectionFields } from './use-draft.ts';

type TextName = {
  [K in keyof ConnectionFields['draft']]: ConnectionFields['draft'][K] extends string ? K : never;
}[keyof ConnectionFields['draft']];

interface Props {
  readonly fields: ConnectionFields;
  readonly name: Exclude<TextName, 'protocol' | 'role' | 'verified' | 'ssoBinding' | 'tokenAuthentication'>;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly placeholder?: string;
  readonly inputMode?: 'url' | 'numeric';
  readonly maxLength?: number;
}

/** One line of a connection's form. */
export function TextField({ fields, name, label, hint, maxLength = 2_048, ...rest }: Props) {
  return (
    <TextInput
      label={label}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      name={name}
      autoComplete="off"
      spellCheck={false}
      maxLength={maxLength}
      value={fields.draft[name]}
      error={fields.problem(name)}
      onChange={(event) => fields.onChange({ [name]: event.currentTarget.value })}
      {...rest}
    />
  );
}
