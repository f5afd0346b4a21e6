import { expect, it } from 'vitest';
import { openingOf } from '../../cli/open-page.ts';

const ADDRESS = 'http://127.0.0.1:8080/#token=a-b_c';

it('an address is opened by what each system has for it', () => {
  expect(openingOf(ADDRESS, 'darwin')).toMatchObject({ program: 'open', args: [ADDRESS] });
  expect(openingOf(ADDRESS, 'linux')).toMatchObject({ program: 'xdg-open', args: [ADDRESS] });
  expect(openingOf(ADDRESS, 'aix')).toBeNull();
});

it('on Windows cmd sees the quotes as they are: an empty title, then the address as one', () => {
  const { program, args, options } = openingOf(ADDRESS, 'win32')!;
  expect([program, ...args].join(' ')).toBe(`cmd /c start "" "${ADDRESS}"`);
  expect(options.windowsVerbatimArguments).toBe(true);
});
