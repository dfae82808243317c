import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { systemFeaturesQuery } from '../session/system-features.ts';
import { DoorFrame } from './door-frame.tsx';

/** The frame of the pages around signing in, under the organisation's own name and logo where it has them. */
export function EntranceFrame({ children }: { readonly children: ReactNode }) {
  const { branding } = useSuspenseQuery(systemFeaturesQuery).data;
  const isBranded = branding.enabled && branding.application_title !== '';
  const brand = isBranded ? { name: branding.application_title, logo: branding.login_page_logo } : undefined;
  return <DoorFrame brand={brand}>{children}</DoorFrame>;
}
