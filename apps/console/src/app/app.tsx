import { MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { I18nextProvider } from 'react-i18next';
import { i18n } from '../preferences/language.ts';
import { pageMeta } from '../session/page-meta.ts';
import type { createPages } from './router.ts';
import { colorSchemeManager, cssVariablesResolver, theme } from './theme.ts';

interface Props {
  readonly queryClient: QueryClient;
  readonly pages: ReturnType<typeof createPages>;
}

export function App({ queryClient, pages }: Props) {
  return (
    <I18nextProvider i18n={i18n}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        colorSchemeManager={colorSchemeManager}
        defaultColorScheme="auto"
        getStyleNonce={() => pageMeta('nonce')}
        withGlobalClasses={false}
      >
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={pages} />
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}
