import { Button, type ButtonProps, Loader } from '@mantine/core';
import type { MouseEventHandler } from 'react';

interface Props extends Omit<ButtonProps, 'loading' | 'disabled'> {
  readonly type?: 'submit';
  /** What it does is under way. */
  readonly pending: boolean;
  readonly onClick?: MouseEventHandler<HTMLButtonElement>;
}

/** A button that keeps the focus while it works: a disabled one would drop it. */
export function ActButton({ pending, onClick, leftSection, ...rest }: Props) {
  return (
    <Button
      {...rest}
      aria-disabled={pending}
      leftSection={pending ? <Loader size={16} color="currentColor" /> : leftSection}
      onClick={pending ? undefined : onClick}
    />
  );
}
