import { ROLES, type Role } from '@latchkey/contract/vocabulary';
import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The roles one may give; a workspace's owner changes by steps of their own. */
const GIVEN = ROLES.filter((role) => role !== 'owner');

interface Props extends Omit<NativeSelectProps, 'data' | 'value' | 'onChange'> {
  readonly value: Role;
  readonly onChange: (role: Role) => void;
}

export function RoleSelect({ value, onChange, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      {...rest}
      value={value}
      data={GIVEN.map((role) => ({ value: role, label: t(`members.roles.${role}`) }))}
      onChange={(event) => {
        const chosen = GIVEN.find((role) => role === event.currentTarget.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    />
  );
}
