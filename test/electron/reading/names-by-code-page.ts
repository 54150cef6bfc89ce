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
const RUSSIAN = ['Иван Петров', 'Екатерина Смирнова', 'Дмитрий Кузнецов', 'Санкт-Петербург', 'улица Ленина'];
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

/** Code pages with names of people and places in one of their languages, all made up. */
export const NAMES: readonly { readonly codePage: CodePage; readonly names: readonly string[] }[] = [
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

/** A small sheet of these people. */
export function sheetOf(names: readonly string[]): string {
  return ['Name,Phone,City', ...names.map((name, index) => `${name},98765012${10 + index},Pune`)].join(
    '\r\n',
  );
}
