import { NativeSelect } from '@mantine/core';

interface Props {
  readonly label: string;
  /** What to choose to see everything. */
  readonly all: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** Narrows a list down to one kind of row. */
export function FilterSelect({ label, all, options, value, onChange }: Props) {
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      data={[{ value: '', label: all }, ...options]}
      onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
    />
  );
}
