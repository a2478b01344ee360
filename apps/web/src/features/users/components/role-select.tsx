import { NativeSelect } from '@mantine/core';
import type { Role } from '@mlmcsc/contracts';
import { roleText } from '../../../shared/session/role.ts';

const ROLES: readonly Role[] = ['viewer', 'technician', 'reviewer', 'engineer', 'admin'];

/** What a user may do, from least to most. */
export function RoleSelect(props: {
  label: string;
  isLabelHidden?: boolean;
  role: Role;
  disabled?: boolean;
  onChange: (role: Role) => void;
}) {
  return (
    <NativeSelect
      {...(props.isLabelHidden === true ? { 'aria-label': props.label } : { label: props.label })}
      data={ROLES.map((role) => ({ value: role, label: roleText(role) }))}
      value={props.role}
      disabled={props.disabled ?? false}
      styles={{ input: { height: 44 } }}
      onChange={(event) => props.onChange(event.currentTarget.value as Role)}
    />
  );
}
