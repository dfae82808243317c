import { installedProgram } from './installed-program.ts';

const DEBIAN_PACKAGES = {
  'dbus-daemon': 'dbus',
  'dbus-send': 'dbus',
  'gnome-keyring-daemon': 'gnome-keyring',
  zsh: 'zsh',
  fish: 'fish',
} as const;

type DesktopProgram = keyof typeof DEBIAN_PACKAGES;

export const DESKTOP_PROGRAMS = Object.keys(DEBIAN_PACKAGES) as DesktopProgram[];

/** A program of somebody's desktop that tests of difyctl run. @throws Error that names the one command to run. */
export function findDesktopProgram(name: DesktopProgram): string {
  return installedProgram(name, DEBIAN_PACKAGES[name]);
}
