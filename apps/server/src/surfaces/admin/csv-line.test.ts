import { expect, test } from 'vitest';
import { csvLine } from './csv-line.ts';

test('a line of a CSV file quotes what would break it', () => {
  expect(csvLine(['plain', 'a,b', 'say "hi"', 'two\nlines', null, 7])).toBe(
    'plain,"a,b","say ""hi""","two\nlines",,7\r\n',
  );
});

test('a name that a spreadsheet would run as a formula is only text', () => {
  const cells = ['=HYPERLINK("https://evil.example","x")', '+1', '-1', '@SUM(A1)', '\t=1'];
  expect(csvLine(cells)).toBe(`"'=HYPERLINK(""https://evil.example"",""x"")",'+1,'-1,'@SUM(A1),'\t=1\r\n`);
  expect(csvLine([-1])).toBe('-1\r\n');
});
