import { describe, expect, it } from 'vitest';
import { visible, visibleOnOneLine } from '../../src/language/visible.ts';

describe('visible', () => {
  it('shows control characters instead of sending them to the terminal', () => {
    expect(visible('a\u001b[31mred\u0007\u009b2J\u202eevil\u007f')).toBe('a␛[31mred␇␡2J␡evil␡');
  });

  it('leaves line ends, tabs and all scripts alone', () => {
    const text = 'one\r\n\ttwo\nپنج 五 🇦🇿';
    expect(visible(text)).toBe(text);
  });

  it('makes one line of what must not pass for several', () => {
    expect(visibleOnOneLine('name\nERROR forged\r\n')).toBe('name␊ERROR forged␊␊');
  });
});
