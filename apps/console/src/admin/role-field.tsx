import { ROLES, type Role } from '@latchkey/contract/vocabulary';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export type GivenRole = Exclude<Role, 'owner'>;

/** The roles one may give; a workspace's owner changes by a step of its own. */
const GIVEN = ROLES.filter((role) => role !== 'owner');

interface Props {
  readonly label: string;
  /** The label is read, not seen. */
  readonly isBare?: boolean;
  readonly value: GivenRole;
  readonly disabled?: boolean;
  readonly onChange: (role: GivenRole) => void;
}

export function RoleField({ label, isBare = false, value, disabled = false, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      {...(isBare ? { 'aria-label': label } : { label })}
      value={value}
      disabled={disabled}
      data={GIVEN.map((role) => ({ value: role, label: t(`admin.role.${role}`) }))}
      onChange={(event) => {
        const chosen = GIVEN.find((role) => role === event.currentTarget.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    />
  );
}
