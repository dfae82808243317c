import { Outlet } from '@tanstack/react-router';
import { useAccountPreferences } from '../preferences/use-account-preferences.ts';

export function Root() {
  useAccountPreferences();
  return <Outlet />;
}
