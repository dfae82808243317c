import {
  Button,
  type CSSVariablesResolver,
  colorsTuple,
  createTheme,
  localStorageColorSchemeManager,
  type VariantColorsResolver,
} from '@mantine/core';

/** The colours live in `tokens.css`, where light and dark are told apart; Mantine is pointed at them. */
export const theme = createTheme({
  fontFamily: 'var(--face-text)',
  fontFamilyMonospace: 'var(--face-code)',
  fontSizes: {
    xs: 'var(--text-small)',
    sm: 'var(--text-base)',
    md: 'var(--text-base)',
    lg: 'var(--text-large)',
    xl: 'var(--text-title)',
  },
  lineHeights: { md: '1.5' },
  defaultRadius: 'var(--corner-control)',
  colors: { verdigris: colorsTuple('#0e6b5c') },
  primaryColor: 'verdigris',
  respectReducedMotion: true,
  // Without a colour of its own a button does not ask the resolver below.
  components: { Button: Button.extend({ defaultProps: { color: 'action', variant: 'filled' } }) },
  variantColorResolver: ({ variant, color }) => variantColors(variant, color === 'danger' ? 'danger' : 'action'),
});

export const cssVariablesResolver: CSSVariablesResolver = () => {
  const colors = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--quiet)',
    '--mantine-color-placeholder': 'var(--quiet)',
    '--mantine-color-error': 'var(--danger)',
    '--mantine-primary-color-filled': 'var(--action)',
  };
  return { variables: {}, light: colors, dark: colors };
};

// `public/first-paint.js` reads the same key.
export const colorSchemeManager = localStorageColorSchemeManager({ key: 'latchkey:theme' });

function variantColors(variant: string, tone: 'action' | 'danger'): ReturnType<VariantColorsResolver> {
  const color = `var(--${tone})`;
  const wash = `var(--${tone}-wash)`;
  if (variant === 'filled') {
    const hover = `color-mix(in oklab, ${color} 88%, var(--ink))`;
    return { background: color, hover, color: `var(--on-${tone})`, border: '1px solid transparent' };
  }
  if (variant === 'outline') {
    return { background: 'var(--surface)', hover: wash, color, border: '1px solid var(--control-line)' };
  }
  return { background: 'transparent', hover: wash, color, border: '1px solid transparent' };
}
