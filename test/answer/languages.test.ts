import { describe, expect, it } from 'vitest';
import { openAnswererFor } from '../support/sample.ts';
import { buildIndex } from '../support/shared-model.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

/** The same small library in languages that the bundled model does not know, and questions from another world. */
const LIBRARIES = [
  {
    language: 'Chinese',
    text: '图书馆周三至周日开放，周一和周二闭馆。\n\n每位读者最多可借十二本书，期限为四周。\n\n一九八八年的洪水毁坏了地下室的旧报纸。',
    asked: ['每位读者最多可以借几本书？', '十二本'],
    foreign: [
      '怎么烤面包？',
      '谁写了哈姆雷特？',
      '法国的首都是哪里？',
      '如何学习弹吉他？',
      '今天天气怎么样？',
    ],
  },
  {
    language: 'Japanese',
    text: '図書館は水曜日から日曜日まで開いています。\n\n一人十二冊まで、四週間借りることができます。\n\n一九八八年の洪水で地下室の古い新聞が失われました。',
    asked: ['洪水で何が失われましたか', '新聞'],
    foreign: ['パンはどうやって焼きますか', 'フランスの首都はどこですか', 'パスワードをリセットするには？'],
  },
  {
    language: 'Russian',
    text: 'Библиотека открыта со среды по воскресенье.\n\nЧитатель может взять двенадцать книг на четыре недели.\n\nНаводнение 1988 года уничтожило старые газеты в подвале.',
    asked: ['Сколько книг может взять читатель?', 'двенадцать'],
    foreign: ['Как испечь хлеб?', 'Какая столица Франции?', 'Почему моя кошка мяукает ночью?'],
  },
  {
    language: 'Arabic',
    text: 'تفتح المكتبة أبوابها من الأربعاء إلى الأحد.\n\nيمكن للقارئ استعارة اثني عشر كتاباً لمدة أربعة أسابيع.\n\nأتلف فيضان عام ١٩٨٨ الصحف القديمة في القبو.',
    asked: ['ما الذي أتلفه فيضان الصحف القديمة؟', 'القبو'],
    foreign: ['كيف أخبز الخبز؟', 'ما هي عاصمة فرنسا؟', 'لماذا تموء قطتي في الليل؟'],
  },
  {
    language: 'German',
    text: 'Die Bibliothek ist von Mittwoch bis Sonntag geöffnet.\n\nJeder Leser darf zwölf Bücher für vier Wochen ausleihen.\n\nDas Hochwasser von 1988 zerstörte die alten Zeitungen im Keller.',
    asked: ['Wie viele Bücher darf ein Leser ausleihen?', 'zwölf'],
    foreign: [
      'Wie backe ich Brot?',
      'Was ist die Hauptstadt von Frankreich?',
      'Hallo',
      'Wie binde ich eine Krawatte?',
    ],
  },
] as const;

describe.each(LIBRARIES)('a corpus in $language', ({ text, asked: [question, expected], foreign }) => {
  it('answers its own questions, and nothing of another world', async () => {
    using corpus = new TemporaryCorpus({ 'library.txt': text });
    await buildIndex(corpus.options);
    const answerer = await openAnswererFor(corpus.options);
    const answer = await answerer.ask(question);
    expect(answer.quotes[0]!.text).toContain(expected);
    expect(answer.verdict).not.toBe('not-found');
    for (const other of foreign) {
      const { verdict, confidence } = await answerer.ask(other);
      expect({ other, verdict, confidence }).toMatchObject({ other, verdict: 'not-found' });
    }
    answerer.close();
  });
});
