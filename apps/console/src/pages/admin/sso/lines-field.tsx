import { Textarea } from '@mantine/core';
import type { ConnectionFields } from './use-draft.ts';

interface Props {
  readonly fields: ConnectionFields;
  readonly name: 'domains' | 'creationDomains' | 'requiredContexts';
  readonly label: string;
  readonly hint: string;
  readonly placeholder?: string;
}

/** Several values, one a line. */
export function LinesField({ fields, name, label, hint, placeholder }: Props) {
  return (
    <Textarea
      label={label}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      name={name}
      rows={3}
      spellCheck={false}
      placeholder={placeholder}
      value={fields.draft[name]}
      error={fields.problem(name)}
      onChange={(event) => fields.onChange({ [name]: event.currentTarget.value })}
    />
  );
}
