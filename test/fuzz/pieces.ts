/** What each format is made of: joined in any order, they reach deeper than bytes drawn at random. */
const TEXT = [
  'The talks began in Moscow on Friday. ', 'Ten people died', ' on Sunday, Oct. 11, 2020.', '“Yes,” he said. ', '\n', '\n\n',
  '\r\n', '\r', '\u2028', '\t', '  ', '. ', '…', '!?', 'U.S. ', 'Dr. ', '3.5 ', '1. ', '12) ', '\u00a0', '\u200b', '\u202e',
  '👩‍👩‍👧', 'é', 'e\u0301', '北京发生了地震。', 'كنجة ', 'снова ', 'ﬁ', '𝒜', 'x', '0', 'date 2020-10-13 ',
  'Title: Of lamps\n', 'Copyright © 2020 Ada', '---\n', 'title: a\n', 'date: 2020-02-30\n', '\u0000', '\ufeff', 'ß', 'İ',
]; // prettier-ignore

const MARKUP = [
  '# ', '## ', '=====\n', '- ', '* ', '> ', '>', '    ', '```', '~~~', '`', '**', '_', '[', ']', '](', ')', '[a]: b\n',
  '![a](b)', '[^1]', '[^1]: ', '| a | b |\n|---|---|\n| c | d |\n', '|', '<div>', '</div>', '<!--', '-->', '&amp;', '&#0;',
  '\\', '<a@b.c>', 'https://a.b/c', '~~', '- [ ] ', '***\n', '&',
]; // prettier-ignore

const HTML = [
  '<p>', '</p>', '<h1>', '</h1>', '<h2>', '<details>', '</details>', '<summary>', '<ul><li>', '</li>', '<table><tr><td>', '</td>', '</table>', '<script>', '</script>',
  '<style>', '<br>', '<pre>', '</pre>', '<title>', '</title>', '<meta name="author" content="', '">', '<meta charset="utf-16">',
  '<meta charset="windows-1251">', '<link rel="canonical" href="', '<time datetime="2020-01-02">', '<svg>', '<template>',
  '<noscript>', '<nav>', '<main>', '</main>', '<article>', '<div hidden>', '<p style="display:none">', '<!--', '-->', '<![CDATA[',
  ']]>', '<!doctype html>', '&lt;', '&nbsp;', '&#x110000;', '&#xd800;', '&bogus', '<', '>', '"', "'", '=', '/', '<a href=x>',
]; // prettier-ignore

const CSV = [',', ';', '\t', '|', '"', '""', '\n', '\r\n', 'name', 'text', 'id', '1', '2020-01-01', 'sep=;\n', ' ', '\ufeff']; // prettier-ignore

const JSON_LINES = [
  '{', '}', '[', ']', ':', ',', '"', '\\', '"text":', '"title":', '"date":"2020-01-02"', '"url":', '"a"', 'null', 'true', '1e999',
  '-0', '"\\ud800"', '"\\u0000"', '{"text":"One."}', '{"text":{"text":["One.",2]}}', '"__proto__":', '"constructor":', '\n', '\r\n',
]; // prettier-ignore

const CUES = [
  'WEBVTT', 'WEBVTT - x\n', '\n', '\n\n', '1\n', '00:01:02,000 --> 00:01:04,000\n', '00:01:02.000 --> 00:01:04.000 line:0\n',
  '01:02.000 --> 01:04.000\n', ' --> ', '-->', '99:99:99,999', 'NOTE x\n', 'STYLE\n', 'REGION\n', '<v Ada>', '</v>', '<c.x>', '<i>',
  '{\\an8}', '<00:01:03.000>', '- ', '&amp;', '\ufeff', 'One line. ', '>> ',
]; // prettier-ignore

const PDF = [
  '%PDF-1.4\n', '1 0 obj\n', 'endobj\n', '<< ', ' >>', '/Type /Page', '/Kids [3 0 R]', '/Count 1', '/Count -1', '/Length 9999',
  'stream\n', '\nendstream', 'xref\n0 1\n', 'trailer\n', 'startxref\n0\n', '%%EOF', 'BT /F1 11 Tf 1 0 0 1 72 700 Tm (', ') Tj ET',
  '(a) Tj', '[(a) -500 (b)] TJ', '0 0 0 0 0 0 Tm', '1e38 0 0 1e38 0 0 Tm', '/Filter /FlateDecode', '/Encrypt 9 0 R', '2 0 R', '(', ')',
  '<', '>', '[', ']', '/ToUnicode 5 0 R', '/MediaBox [0 0 0 0]', '/Rotate 90', 'q', 'Q', 'Do', '/Parent 1 0 R',
]; // prettier-ignore

const DOCX = [
  '<w:p>', '</w:p>', '<w:r>', '<w:t>', '</w:t>', '</w:r>', '<w:tbl>', '<w:tr>', '<w:tc>', '</w:tc>', '</w:tr>', '</w:tbl>',
  '<w:pStyle w:val="Heading1"/>', '<w:pPr>', '</w:pPr>', '<w:br/>', '<w:tab/>', '<w:hyperlink r:id="x">', '</w:hyperlink>',
  '<w:footnoteReference w:id="1"/>', '<w:fldChar w:fldCharType="begin"/>', '<w:instrText>HYPERLINK "x"</w:instrText>',
  '<w:sym w:char="F0B7"/>', '<w:drawing/>', '<w:p><w:r><w:t>One.</w:t></w:r></w:p>', '<w:numPr><w:numId w:val="1"/></w:numPr>',
  '<w:ins>', '</w:ins>', '<w:del>', '</w:del>', '<w:sdt>', '<w:sdtContent>', '<!DOCTYPE a [<!ENTITY b "c">]>', '&b;', '<mc:AlternateContent>',
]; // prettier-ignore

export const PIECES: Readonly<Record<string, readonly string[]>> = {
  '.txt': TEXT,
  '.text': TEXT,
  '.md': [...MARKUP, ...TEXT],
  '.markdown': [...MARKUP, ...TEXT],
  '.html': [...HTML, ...TEXT],
  '.htm': [...HTML, ...TEXT],
  '.csv': [...CSV, ...TEXT],
  '.tsv': [...CSV, ...TEXT],
  '.jsonl': [...JSON_LINES, ...TEXT],
  '.ndjson': [...JSON_LINES, ...TEXT],
  '.srt': [...CUES, ...TEXT],
  '.vtt': [...CUES, ...TEXT],
  '.pdf': PDF,
  '.docx': DOCX,
};
