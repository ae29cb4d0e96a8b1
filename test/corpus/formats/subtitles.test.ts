import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedDocument } from '../../../src/corpus/document.ts';
import { parseSrt } from '../../../src/corpus/formats/srt.ts';
import { parseVtt } from '../../../src/corpus/formats/vtt.ts';
import { RefusedFileError } from '../../../src/corpus/refused-file.ts';
import { sentences } from '../../../src/language/sentences.ts';
import { blocksOf, expectSound } from './sound.ts';
import { runs } from '../../support/property-runs.ts';

const at = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 23).replace('.', ',');
/** Cues of two seconds, one after the other. */
const srt = (...texts: string[]) =>
  texts.map((text, i) => `${i + 1}\n${at(i * 2)} --> ${at(i * 2 + 2)}\n${text}\n`).join('\n');
const sections = ({ blocks }: ParsedDocument) => blocks.map(({ section }) => section);

describe('parseSrt', () => {
  it('joins sentences that cues cut, under the time of the first', () => {
    const document = parseSrt(
      '1\r\n00:01:23,400 --> 00:01:25,000\r\n<i>The lamp</i> is lit\r\n{\\an8}when the sun\r\n\r\n2\r\n00:01:25,000 --> 00:01:27,000\r\ngoes down.\r\n',
    );
    expect(blocksOf(document)).toEqual(['The lamp is lit when the sun goes down.']);
    expect(sections(document)).toEqual(['00:01:23']);
  });

  it('begins a passage after a pause, and at the end of a sentence once it is long', () => {
    const sentence =
      'The keeper climbs the stairs of the tower every night, one hundred and twelve of them, slowly.';
    const document = parseSrt(srt(...Array.from({ length: 10 }, () => sentence)));
    expect(blocksOf(document).map((text) => text.length)).toEqual([474, 474]);
    expect(sections(document)).toEqual(['00:00:00', '00:00:10']);
    const paused = parseSrt('00:00:01,000 --> 00:00:02,000\nOne\n\n00:00:20,000 --> 00:00:22,000\ntwo');
    expect(blocksOf(paused)).toEqual(['One', 'two']);
  });

  it('cuts what has no sentences', () => {
    const words = parseSrt(
      srt(...Array.from({ length: 100 }, (_, i) => `these are words number ${i} of many`)),
    );
    for (const text of blocksOf(words)) expect(text.length).toBeLessThanOrEqual(900);
  });

  it('keeps lines of a dialogue, blank lines in a cue, numbers that are spoken, and sloppy files', () => {
    expect(blocksOf(parseSrt(srt('- Who is there?\n- The wind.')))).toEqual(['- Who is there?\n- The wind.']);
    expect(
      blocksOf(parseSrt('1\n0:0:1.5-->0:0:2\nHow many?\n\n42\n\n2\n00:00:02,000 --> 00:00:03,000\n42\n')),
    ).toEqual(['How many? 42 42']);
  });

  it('begins a line with each speaker that is named in front, and names who goes on speaking', () => {
    const document = parseSrt(
      srt(
        'Ann: Good evening,',
        'all of you.',
        'Bo Elm: Thank you.\nAnn: Sit down.',
        'Ann: Here.',
        'Bo Elm: Good.',
      ),
    );
    expect(blocksOf(document)).toEqual([
      'Ann: Good evening, all of you.\nBo Elm: Thank you.\nAnn: Sit down. Here.\nBo Elm: Good.',
    ]);
    const long = 'The keeper climbs the stairs of the tower every night, slowly.';
    const turns = parseSrt(
      srt(
        'SPEAKER_01: Well.',
        'SPEAKER_02: Yes.',
        `SPEAKER_01: ${long}`,
        ...(Array(9).fill(long) as string[]),
        'SPEAKER_01: So.',
        'SPEAKER_02: No.',
      ),
    );
    expect(blocksOf(turns)).toHaveLength(2);
    expect(blocksOf(turns)[1]).toMatch(/^SPEAKER_01: The keeper/);
  });

  it('leaves a line as it is whose name is a label, or comes but once, and says for nobody who goes on', () => {
    const texts = ['Ann: Good.', 'Bo: Yes.', 'Ann: Sit.', 'Ann: Here.', 'Bo: So.'];
    const labelled = ['Remember: the code is long.', 'It has nine digits.', 'Tip: Salt it.', 'Tip: Wait.'];
    expect(blocksOf(parseSrt(srt(...texts, ...labelled)))).toEqual([
      `Ann: Good.\nBo: Yes.\nAnn: Sit. Here.\nBo: So. ${labelled.join(' ')}`,
    ]);
  });

  it('begins a line with a change of speakers that is only marked', () => {
    expect(blocksOf(parseSrt(srt('&gt;&gt; Who is', 'there?', '&gt;&gt; The wind.')))).toEqual([
      '>> Who is there?\n>> The wind.',
    ]);
  });

  it.each([
    ['names once', ['Remember: lamps', 'Bo: yes', 'are lit']],
    [
      'a word that one person repeats',
      ['Question: who', 'lit it', 'Question: when', 'was it', 'Question: why', 'then', 'so'],
    ],
  ])('does not take %s for speakers', (_, texts) => {
    expect(blocksOf(parseSrt(srt(...texts)))).toEqual([texts.join(' ')]);
  });

  it('does not quote sounds alone, nor at the ends of what is said', () => {
    const document = parseSrt(srt('[Music]', 'The lamp', '(applause)', 'is lit.', '[laughter]', '♪ ♪'));
    expect(blocksOf(document)).toEqual(['The lamp (applause) is lit.']);
    expect(blocksOf(document, 'boilerplate')).toEqual(['[Music]', '[laughter]', '♪ ♪']);
    expect(blocksOf(parseSrt(srt('[Rain]', '[Wind]')), 'boilerplate')).toEqual(['[Rain]', '[Wind]']);
    expect(blocksOf(parseSrt(srt('(He lit the lamp of 1912.)')))).toEqual(['(He lit the lamp of 1912.)']);
  });

  it('breaks what has no marks at pauses and every few cues, so that less than all of it can be marked', () => {
    const texts = Array.from({ length: 60 }, (_, i) => `the keeper lit lamp number ${i} again`);
    for (const text of blocksOf(parseSrt(srt(...texts)))) {
      for (const { start, end } of sentences(text)) expect(end - start).toBeLessThanOrEqual(300);
    }
    const marked = blocksOf(parseSrt(srt(...texts.map((text) => `${text}.`))));
    expect(marked.join('')).not.toContain('\n');
  });

  it('refuses a file without a cue', () => {
    expect(() => parseSrt('No times here.')).toThrow(new RefusedFileError('no-cues'));
  });

  it('keeps every word of any cues', () => {
    const text = fc
      .array(fc.lorem({ maxCount: 8 }), { minLength: 1, maxLength: 3 })
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 40 }), (texts) => {
        // Cues that repeat the one before are told from captions that scroll only in number.
        const distinct = texts.map((lines, i) => `c${i} ${lines}`);
        const document = parseSrt(srt(...distinct));
        expectSound(document);
        expect(document.text.split(/\s+/)).toEqual(distinct.join(' ').split(/\s+/));
      }),
    );
  });
});

describe('transcripts', () => {
  it('keep every word, in order, of whatever speakers and sounds', () => {
    const line = fc
      .tuple(
        fc.constantFrom('', '', 'Ann: ', 'Bo Elm: ', '- Ann: ', '>> ', '[Music]\n'),
        fc.constantFrom('the lamp', 'is lit.', 'At ten: we', '(applause)', '♪ ♪', 'Who?'),
      )
      .map((parts) => parts.join(''));
    const spoken = (text: string) => text.replace(/(?:- )?(?:Ann|Bo Elm): /g, '').split(/\s+/);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 60 }), (texts) => {
        // A number each, so that no captions scroll.
        const numbered = texts.map((text, i) => `${text} ${i}`);
        const document = parseSrt(srt(...numbered));
        expectSound(document);
        expect(spoken(document.text)).toEqual(spoken(numbered.join(' ')));
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('parseVtt', () => {
  it('drops notes, styles and names of cues, keeps speakers', () => {
    const document = parseVtt(
      [
        'WEBVTT - A talk of lamps\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE\nA note\n',
        'intro\n01:01.000 --> 01:02.000 align:start\n<v Ada>Good <c.loud>evening</c>,\n',
        '01:02.000 --> 01:03.000\n<v Ada>Bo &amp; all.\n',
        '2\n01:03.000 --> 01:05.000\n<v.x Bo>Thank you.\n\nNOTE another\n',
      ].join('\n'),
    );
    expect(blocksOf(document)).toEqual(['Ada: Good evening, Bo & all.\nBo: Thank you.']);
    expect(sections(document)).toEqual(['00:01:01']);
    expect(document.metadata).toEqual({ title: 'A talk of lamps' });
  });

  it('reads every reference of HTML, and leaves alone what is none', () => {
    const cue = '00:01.000 --> 00:02.000\nI don&#39;t &quot;know&quot;&hellip; AT&T, x &amp;lt; y&lrm;.\n';
    expect(blocksOf(parseVtt(`WEBVTT\n\n${cue}`))).toEqual(['I don\'t "know"… AT&T, x &lt; y.']);
  });

  it('shows scrolling captions once', () => {
    const lines = ['the lamp is lit', 'when the sun', 'goes down and', 'the boats come in'];
    const cues = lines.map(
      (line, i) => `00:0${i}.000 --> 00:0${i + 1}.000\n${i > 0 ? `${lines[i - 1]!}\n` : ''}${line}\n`,
    );
    expect(blocksOf(parseVtt(`WEBVTT\n\n${cues.join('\n')}`))).toEqual([lines.join(' ')]);
  });

  it('takes any text', () => {
    const parts = fc.constantFrom(
      'WEBVTT',
      '\n',
      '\n\n',
      '00:01.000 --> 00:02.000',
      'NOTE',
      '<v ',
      '>',
      '{\\',
      'a',
      '1',
      ' ',
      '&lt;',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, fc.string({ maxLength: 5 })), { maxLength: 60 }), (all) => {
        try {
          expectSound(parseVtt(all.join('')));
        } catch (error) {
          expect(error).toBeInstanceOf(RefusedFileError);
        }
      }),
      { numRuns: runs(500) },
    );
  });
});
