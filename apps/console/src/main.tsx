import './app/global.css';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import '@mantine/core/styles/baseline.layer.css';
import '@mantine/core/styles/default-css-variables.layer.css';
import '@mantine/core/styles/global.layer.css';
import '@mantine/core/styles/UnstyledButton.layer.css';
import '@mantine/core/styles/Loader.layer.css';
import '@mantine/core/styles/Skeleton.layer.css';
import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/ActionIcon.layer.css';
import '@mantine/core/styles/PasswordInput.layer.css';
import '@mantine/core/styles/Button.layer.css';
import '@mantine/core/styles/VisuallyHidden.layer.css';
import './app/tokens.css';
import './app/mantine.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { createQueryClient } from './app/query-client.ts';
import { createPages } from './app/router.ts';
import { startSpeaking } from './preferences/language.ts';
import { currentPath } from './session/current-path.ts';
import { takeSetUpSecret } from './session/set-up-secret.ts';
import { takeLinkSecrets } from './session/take-link-secrets.ts';
import { wayOut } from './session/way-out.ts';

const setUpSecret = takeSetUpSecret();
takeLinkSecrets();
const queryClient = createQueryClient();
const pages = createPages({ queryClient, setUpSecret });
await startSpeaking();

const container = document.getElementById('root');
if (container === null) throw new Error('index.html has no element #root');
createRoot(container, {
  onCaughtError: (error) => {
    // Being led elsewhere is no fault of the page.
    if (wayOut(error, currentPath()) === undefined) console.error(error);
  },
}).render(<App queryClient={queryClient} pages={pages} />);
