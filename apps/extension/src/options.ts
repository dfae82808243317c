import { COMMAND_FORMS } from './login-command.ts';
import { CLOUD, permissionFor, readServerAddress, type ServerAddress } from './server-address.ts';
import { allServers, loadSettings, saveSettings } from './settings.ts';

const text = (key: string, substitution?: string) => chrome.i18n.getMessage(key, substitution);

const find = <E extends HTMLElement>(selector: string): E => {
  const element = document.querySelector<E>(selector);
  if (element === null) throw new Error(`no ${selector}`);
  return element;
};

document.documentElement.lang = chrome.i18n.getUILanguage();
for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
  element.textContent = text(element.dataset.text ?? '');
}
document.title = text('name');

const problem = find('#address-problem');
const address = find<HTMLInputElement>('#address');

find<HTMLFormElement>('#add').addEventListener('submit', (event) => {
  event.preventDefault();
  void add();
});

async function add(): Promise<void> {
  const settings = await loadSettings();
  const server = readServerAddress(address.value);
  if (server === undefined) return refuse('not_an_address');
  if (allServers(settings).includes(server)) return refuse(server === CLOUD ? 'cloud_is_there' : 'is_there');
  if (!(await chrome.permissions.request({ origins: [permissionFor(server)] }))) return refuse('not_allowed');
  await saveSettings({ servers: [...settings.servers, server] });
  address.value = '';
  problem.textContent = '';
  await show();
}

function refuse(key: string): void {
  problem.textContent = text(key);
  address.focus();
}

async function remove(server: ServerAddress): Promise<void> {
  const { servers } = await loadSettings();
  const left = servers.filter((other) => other !== server);
  await saveSettings({ servers: left });
  const isNeeded = left.some((other) => permissionFor(other) === permissionFor(server));
  // What came with the installation cannot be given back, and rejects.
  if (!isNeeded) await chrome.permissions.remove({ origins: [permissionFor(server)] }).catch(() => false);
  await show();
  address.focus();
}

async function show(): Promise<void> {
  const settings = await loadSettings();
  find('#servers').replaceChildren(...allServers(settings).map(row));
  find('#forms').replaceChildren(
    ...COMMAND_FORMS.map((form) => {
      const label = document.createElement('label');
      const radio = document.createElement('input');
      radio.type = 'radio';
      radio.name = 'form';
      radio.checked = form === settings.form;
      radio.addEventListener('change', () => void saveSettings({ form }));
      label.append(radio, text(`form_${form.replaceAll('-', '_')}`));
      return label;
    }),
  );
}

function row(server: ServerAddress): HTMLElement {
  const item = document.createElement('li');
  const name = document.createElement('span');
  name.textContent = server;
  item.append(name);
  if (server !== CLOUD) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text('remove');
    button.setAttribute('aria-label', text('remove_server', server));
    button.addEventListener('click', () => void remove(server));
    item.append(button);
  }
  return item;
}

void show();
