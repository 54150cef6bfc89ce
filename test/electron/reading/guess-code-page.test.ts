import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { guessCodePage } from '../../../electron/reading/guess-code-page.ts';
import type { CodePage } from '../../../shared/sheet/alphabets.ts';

const WESTERN = ['José Núñez', 'Zoë Müller', 'François Lefèvre', 'João Conceição', 'Ana García', 'Größe'];
const POLISH = ['Łukasz Wójcik', 'Małgorzata Dąbrowska', 'Stanisław Kozłowski', 'Żaneta Król', 'Kraków'];
const CZECH = ['Jiří Dvořák', 'Tomáš Novák', 'Kateřina Procházková', 'Zdeněk Růžička', 'Plzeň'];
const HUNGARIAN = [
  'Győző Szűcs',
  'Erzsébet Kovács',
  'István Tóth',
  'Zsófia Nagy',
  'Székesfehérvár',
  'Ödön Kőműves',
];
const ROMANIAN = ['Ştefan Ionescu', 'Brăila', 'Constanţa', 'Târgu Mureş', 'Cătălin Băsescu'];
const CROATIAN = ['Ivan Kovačević', 'Željko Šarić', 'Đorđe Babić', 'Čakovec'];
const RUSSIAN = ['Иван Петров', 'Екатерина Смирнова', 'Дмитрий Кузнецов', 'Санкт-Петербург', 'ул. Ленина, 5'];
const GREEK = ['Γιώργος Παπαδόπουλος', 'Μαρία Νικολάου', 'Αθήνα', 'Θεσσαλονίκη', 'Άννα Ελευθερίου'];
const TURKISH = ['Yıldız Şahin', 'Ayşe Yılmaz', 'Mehmet Öztürk', 'İbrahim Çelik', 'Diyarbakır'];
const HEBREW = ['יוסי כהן', 'שרה לוי', 'תל אביב', 'משה פרץ'];
const ARABIC = ['محمد أحمد', 'فاطمة الزهراء', 'القاهرة', 'عبد الرحمن'];
const URDU = ['محمد علی', 'عائشہ خان', 'لاہور', 'گوجرانوالہ', 'کراچی'];
const LITHUANIAN = ['Jonas Žemaitis', 'Ramunė Paulauskienė', 'Šiauliai', 'Klaipėda', 'Čiurlionis'];
const THAI = ['สมชาย ใจดี', 'สุภาพร แก้วมณี', 'กรุงเทพมหานคร', 'เชียงใหม่'];
const SIMPLIFIED = ['张伟', '王芳', '李娜', '刘洋', '北京市朝阳区', '广州市天河区'];
const TRADITIONAL = ['陳志明', '林美玲', '黃俊傑', '台北市大安區', '張雅婷'];
const JAPANESE = ['山田太郎', '佐藤花子', '鈴木 一郎', '東京都渋谷区', 'タナカ', 'さくら'];
const KOREAN = ['김민준', '이서연', '박지훈', '서울특별시 강남구', '부산광역시'];

const CASES: readonly { readonly codePage: CodePage; readonly names: readonly string[] }[] = [
  { codePage: 'windows-1252', names: WESTERN },
  { codePage: 'macintosh', names: WESTERN },
  { codePage: 'ibm850', names: WESTERN },
  { codePage: 'windows-1250', names: POLISH },
  { codePage: 'windows-1250', names: CZECH },
  { codePage: 'windows-1250', names: HUNGARIAN },
  { codePage: 'windows-1250', names: ROMANIAN },
  { codePage: 'windows-1250', names: CROATIAN },
  { codePage: 'iso-8859-2', names: POLISH },
  { codePage: 'iso-8859-2', names: CZECH },
  { codePage: 'ibm852', names: POLISH },
  { codePage: 'ibm852', names: CZECH },
  { codePage: 'windows-1251', names: RUSSIAN },
  { codePage: 'koi8-r', names: RUSSIAN },
  { codePage: 'ibm866', names: RUSSIAN },
  { codePage: 'iso-8859-5', names: RUSSIAN },
  { codePage: 'windows-1253', names: GREEK },
  { codePage: 'windows-1254', names: TURKISH },
  { codePage: 'windows-1255', names: HEBREW },
  { codePage: 'windows-1256', names: ARABIC },
  { codePage: 'windows-1256', names: URDU },
  { codePage: 'windows-1257', names: LITHUANIAN },
  { codePage: 'windows-874', names: THAI },
  { codePage: 'gb18030', names: SIMPLIFIED },
  { codePage: 'big5', names: TRADITIONAL },
  { codePage: 'shift_jis', names: JAPANESE },
  { codePage: 'euc-jp', names: JAPANESE },
  { codePage: 'euc-kr', names: KOREAN },
];

function sheet(names: readonly string[]): string {
  return ['Name,Phone,City', ...names.map((name, index) => `${name},98765012${10 + index},Pune`)].join(
    '\r\n',
  );
}

test.each(CASES)('$codePage is recognised by the names $names', ({ codePage, names }) => {
  expect(guessCodePage(iconv.encode(sheet(names), codePage), true)).toBe(codePage);
});

test.each(CASES)('two names are mostly enough for $codePage: $names.0', ({ codePage, names }) => {
  const pairs = names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other]));
  const right = pairs.filter((pair) => {
    const bytes = iconv.encode(sheet(pair), codePage);
    return iconv.decode(bytes, guessCodePage(bytes, true)) === iconv.decode(bytes, codePage);
  });
  expect(right.length / pairs.length).toBeGreaterThanOrEqual(0.7);
});

test.each([
  { name: 'a curly apostrophe', text: 'Name,Note\nRavi,don’t call\n' },
  { name: 'Goan surnames', text: 'Name,Note\nMaria D’Souza,x\n' },
  { name: 'a dash and curly quotation marks', text: 'Name,Note\nAsha,call – “urgent”…\n' },
  { name: 'money', text: 'Name,Fee\nAsha,£500\nRavi,€ 80\n' },
  { name: 'blanks that do not break', text: 'Name,City\nRavi\u00a0Kumar,New\u00a0Delhi\n' },
  { name: 'one accent', text: 'Name,City\nRenée,Pune\n' },
  { name: 'capitals', text: 'NAME,CITY\nJOSÉ MUÑOZ,CÓRDOBA\n' },
  { name: 'Danish', text: 'Navn,By\nSøren Kjær,Århus\n' },
])('$name in windows-1252 is taken for nothing else', ({ text }) => {
  expect(guessCodePage(iconv.encode(text, 'windows-1252'), true)).toBe('windows-1252');
});

test('a head that ends inside a letter is judged by its whole lines', () => {
  const bytes = iconv.encode(`${sheet(JAPANESE)}\r\n山田`, 'shift_jis');
  expect(guessCodePage(bytes.subarray(0, bytes.length - 1), false)).toBe('shift_jis');
});
