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
    language: 'Korean',
    text: '도서관은 수요일부터 일요일까지 문을 엽니다.\n\n독자는 책을 열두 권까지 사 주 동안 빌릴 수 있습니다.\n\n1988년의 홍수로 지하실에 있던 오래된 신문이 못 쓰게 되었습니다.',
    asked: ['책은 몇 권까지 빌릴 수 있나요?', '열두 권'],
    foreign: ['빵은 어떻게 굽나요?', '프랑스의 수도는 어디인가요?', '고양이는 왜 밤에 우나요?'],
  },
  {
    language: 'Thai',
    text: 'ห้องสมุดเปิดตั้งแต่วันพุธถึงวันอาทิตย์\n\nผู้อ่านยืมหนังสือได้สิบสองเล่มเป็นเวลาสี่สัปดาห์\n\nน้ำท่วมในปี 1988 ทำลายหนังสือพิมพ์เก่าในห้องใต้ดิน',
    asked: ['ผู้อ่านยืมหนังสือได้กี่เล่ม', 'สิบสองเล่ม'],
    foreign: ['อบขนมปังอย่างไร', 'เมืองหลวงของฝรั่งเศสคืออะไร'],
  },
  {
    language: 'Vietnamese',
    text: 'Thư viện mở cửa từ thứ tư đến chủ nhật.\n\nMỗi bạn đọc được mượn mười hai cuốn sách trong bốn tuần.\n\nTrận lụt năm 1988 đã làm hỏng báo cũ trong tầng hầm.',
    asked: ['Bạn đọc được mượn bao nhiêu cuốn sách?', 'mười hai'],
    foreign: ['Làm thế nào để nướng bánh mì?', 'Thủ đô của Pháp là gì?'],
  },
  {
    language: 'Hindi',
    text: 'पुस्तकालय बुधवार से रविवार तक खुला रहता है।\n\nएक पाठक चार सप्ताह के लिए बारह किताबें ले सकता है।\n\n1988 की बाढ़ ने तहखाने में रखे पुराने अख़बार नष्ट कर दिए।',
    asked: ['पाठक कितनी किताबें ले सकता है?', 'बारह'],
    foreign: ['रोटी कैसे बनाते हैं?', 'फ़्रांस की राजधानी क्या है?'],
  },
  {
    language: 'Greek',
    text: 'Η βιβλιοθήκη είναι ανοιχτή από Τετάρτη έως Κυριακή.\n\nΚάθε αναγνώστης δανείζεται δώδεκα βιβλία για τέσσερις εβδομάδες.\n\nΗ πλημμύρα του 1988 κατέστρεψε τις παλιές εφημερίδες στο υπόγειο.',
    asked: ['Πόσα βιβλία μπορεί να δανειστεί ένας αναγνώστης;', 'δώδεκα'],
    foreign: ['Πώς ψήνεται το ψωμί;', 'Ποια είναι η πρωτεύουσα της Γαλλίας;'],
  },
  {
    language: 'Hebrew',
    text: 'הספרייה פתוחה מיום רביעי עד יום ראשון.\n\nכל קורא רשאי לשאול שנים עשר ספרים לארבעה שבועות.\n\nהשיטפון של 1988 הרס את העיתונים הישנים במרתף.',
    asked: ['כמה ספרים רשאי קורא לשאול?', 'שנים עשר'],
    foreign: ['איך אופים לחם?', 'מהי בירת צרפת?'],
  },
  {
    language: 'Persian',
    text: 'کتابخانه از چهارشنبه تا یکشنبه باز است.\n\nهر خواننده می‌تواند دوازده کتاب را چهار هفته امانت بگیرد.\n\nسیل سال ۱۹۸۸ روزنامه‌های کهنه زیرزمین را از بین برد.',
    asked: ['خواننده چند کتاب می‌تواند امانت بگیرد؟', 'دوازده'],
    foreign: ['نان را چگونه می‌پزند؟', 'پایتخت فرانسه کجاست؟'],
  },
  {
    language: 'French',
    text: "La bibliothèque est ouverte du mercredi au dimanche.\n\nChaque lecteur peut emprunter douze livres pour quatre semaines.\n\nL'inondation de 1988 a détruit les vieux journaux de la cave.",
    asked: ["Qu'est-ce que les inondations ont détruit ?", 'journaux'],
    foreign: ['Comment cuire du pain ?', 'Quelle est la capitale de l’Allemagne ?'],
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
