/** Opens a window of its own for a test; what is returned leads it to an address, and says whether there is one. */
export function openTestWindow(): (url: string) => boolean {
  const opened = window.open('', 'latchkey-sso-test', 'popup,width=960,height=800');
  return (url) => {
    if (opened === null) return false;
    opened.location.replace(url);
    opened.focus();
    return true;
  };
}
