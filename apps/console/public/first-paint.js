// Loaded before anything is painted, so that the chosen theme does not flash. The key is that of `src/app/theme.ts`.
{
  let chosen;
  try {
    chosen = localStorage.getItem('latchkey:theme');
  } catch {
    // A browser that blocks cookies may block storage too; then the system's theme is used.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light';
}
