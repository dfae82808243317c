import { Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { Ref } from 'react';

interface Props extends Omit<ButtonProps, 'component'> {
  readonly href?: string;
  readonly ref?: Ref<HTMLAnchorElement>;
}

/** A page to go to next, as prominent as a button. */
export const LinkButton = createLink((props: Props) => <Button component="a" {...props} />);
