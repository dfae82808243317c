const ICON_SIZES = [16, 32, 48, 128] as const;

const icons = Object.fromEntries(ICON_SIZES.map((size) => [size, `icons/${size}.png`]));

/** What the browser is told about the extension. */
export function manifest(version: string) {
  return {
    manifest_version: 3,
    name: '__MSG_name__',
    description: '__MSG_description__',
    version,
    default_locale: 'en',
    minimum_chrome_version: '123',
    icons,
    action: { default_icon: icons },
    background: { service_worker: 'background.js' },
    options_page: 'options.html',
    permissions: ['clipboardWrite', 'contextMenus', 'cookies', 'offscreen', 'scripting', 'storage'],
    // Nothing of the extension's own can send anything anywhere.
    content_security_policy: {
      extension_pages: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'",
    },
    host_permissions: ['https://cloud.dify.ai/*'],
    // Asked for one address at a time, on the options page.
    optional_host_permissions: ['*://*/*'],
  };
}

export { ICON_SIZES };
