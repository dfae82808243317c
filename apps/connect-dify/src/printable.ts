/** Control characters would act on the terminal; what a server says may hold some. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}
