import type { Encoding } from './sheet.ts';

/** The encodings without a mark of their own: nothing but the letters that come out tells them apart. */
export type CodePage = Exclude<Encoding, 'utf-8' | 'utf-16le' | 'utf-16be'>;

/** Letters of one language, or of several that share their letters, in lower case; what is plain ASCII is left out. */
export type Alphabet = {
  /** Those that most words with any of them have. */
  readonly common: string;
  /** The others. */
  readonly usual: string;
};

const WESTERN: Alphabet = { common: 'éáíóúñçãäöüßèàêâô', usual: 'õîïëùûìòåæøœÿ' };
const NORDIC: Alphabet = { common: 'åäöøæé', usual: 'üáàè' };
const ICELANDIC: Alphabet = { common: 'áíóúæö', usual: 'ðþýé' };
const POLISH: Alphabet = { common: 'łąęóżśćńź', usual: 'äöüéá' };
const CZECH: Alphabet = { common: 'áíéžšřčýěů', usual: 'úťňďóľĺŕôäöü' };
const HUNGARIAN: Alphabet = { common: 'áéöóőüíúű', usual: 'ä' };
const ROMANIAN: Alphabet = { common: 'ăâîşţșț', usual: 'éáöü' };
const CROATIAN: Alphabet = { common: 'čšžćđ', usual: 'öü' };
const TURKISH: Alphabet = { common: 'ışğüöçi\u0307', usual: 'âîû' };
const LITHUANIAN: Alphabet = { common: 'ėšžųūįąčę', usual: 'ó' };
const LATVIAN: Alphabet = { common: 'āīēšņūļžģčķ', usual: 'ōŗ' };
const ESTONIAN: Alphabet = { common: 'äõöü', usual: 'šž' };
const CYRILLIC: Alphabet = { common: 'оаеинтрсвлкмдпу', usual: 'яыьгзбчйхжшюцщэфъёіїєґў' };
const GREEK: Alphabet = { common: 'αοιετσνηυρπκμλςάόίέή', usual: 'γδωχθφβξζψύώϊϋΐΰ' };
const HEBREW: Alphabet = { common: 'יוהלארתמבשן', usual: 'נםדחקעפגטכסזךץףצ' };
const ARABIC: Alphabet = { common: 'اليونمترسبدكعهفقةحش', usual: 'جأخصىطضزذءئغإثظؤآـ' };
const URDU: Alphabet = { common: 'اورکیہنےمںلسپتبدگع', usual: 'چٹڈڑھآئأءجحخصطضزذغثظقشفژىيهكؤ' };
const THAI: Alphabet = { common: 'านรอกเงยมลวดทสตัิี่้ปบคไะหุชพใจ', usual: 'ำแขโึืธผซูณ์ถศภษฉฝฟญๆฐฎฏฌฆฑฒฬฤฮๅ' };

/** Found in most Japanese and Chinese text; which of them is told by the others. */
const KANA =
  'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんがぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽっゃゅょアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポッャュョー';
const JAPANESE: Alphabet = {
  common: `${KANA}々山田中村小林佐藤鈴木高橋伊渡辺加吉井松本清水斎阪京東西南北区市町県府道都名前電話番号住所太郎花子一二三四五六七八九十美恵由真智和健翔大人年月日時分社会員様氏女男生学校海川島原野上下口石岡森池内谷宮坂近青福岩崎長久保千葉神奈横浜愛知広新潟静丘竹後永阿部今安平関戸河合谷川城土金正明信義雄幸優陽結菜介樹`,
  usual: '・「」、。（）',
};
const HAN_BOTH =
  '的一是不了在人有我他中大上到和你地出道也年得就那要下以生自去之家可小心多天能好都日起成事只作想看文手十用主行方又如前所本面公同三已老知民分外但身高意法此回二理美月明其全工己者向情部正名定女力重走四次海口使教西再平真世信北少入先山五太水市立安原白路期金何更反合放利受光王果今京至清特林南色字元社六功青管夫花快周保武半七城父步完深求品士告江李德收石友早房音火香子英玉志春雅文君宇家宏欣怡俊美玲淑芬秀芳婷敏娜杰浩涛磊勇洋艳超霞桂省室座村成都徐胡郭何高宋唐曹曾彭蔡潘田董余杜魏程丁沈任姚傅姜崔廖范汪金戴夏方侯熊孟秦尹段雷黎史毛郝覃武莫孔向';
const SIMPLIFIED: Alphabet = {
  common: `${HAN_BOTH}这来国个说们为时会着过学对里后么然没于还发当无开见经头从动两长样现将些与进把实点种声话儿问机给等几业间电门东听气关并内军产万体别处总场师书员华报马张难数应车系计亲务制台记边风战许觉题统请爱让认论义术结连远资队带条院变联权领传红达办运区转轻语满识极黄钱党设历广议单网专飞观刘陈杨赵吴孙朱罗郑梁谢韩冯邓萧叶蒋苏吕卢钟谭陆贾韦邱邹阎薛龙陶贺顾龚严汤伟丽静强军娟兰刚红县街号楼姓址邮箱备注深圳州`,
  usual: '，。、（）：；《》',
};
const TRADITIONAL: Alphabet = {
  common: `${HAN_BOTH}這來國個說們為時會著過學對裡後麼沒於還發當無開見經頭從動兩長樣現將與進實點種聲話兒問機給幾業間電門東聽氣關並內軍產萬體別處總場師書員華報馬張難數應車計親務臺灣記邊風戰許覺題統請愛讓認論義術結連遠資隊帶條院變聯權領傳紅達辦運區轉輕語滿識極黃錢黨設歷廣議單網專飛觀劉陳楊趙吳孫朱羅鄭梁謝韓馮鄧蕭葉蔣蘇呂盧鍾譚陸賈韋邱鄒閻薛龍陶賀顧龔嚴湯偉麗靜強娟蘭剛縣街號碼樓姓址郵箱備註傑豪`,
  usual: '，。、（）：；',
};
const KOREAN: Alphabet = {
  common:
    '김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국은영수미경희숙자순혜동상철호준재훈태용승종광름화번울시로의는을에가다를사대해보들과회학교산부관리무입일월년층그아어있것습니합세요등',
  usual:
    '각간갈감갑개거건게격견결계곡골관괴군굴궁귀규균극근글급긴까끝낙난날내너널네녀년논농누눈느늘능늦단달담답당덕데돈돌되두둘듯디따땅때또락란람랑래량러럼레려력련령례료루류률륙르른림립만말맞매머먹면몇목몸못묘묵문물및발밝밤밥버벌범법벽별병복본봉북분불비빈빛뽑살색생속쇄쉬스슬식실씨악알압앞애야약어언얼업없엇에엔역열예온와완외욕운움웃워웨으음응익잎잔잘잡재저적절점접정제좀종좋죽중즉즐증직질집찬참창책처척첫청체초촌총출충취치친카칸케코크키타터테토통투트특티파판패퍼페편평포품풍프피필학할항행향험혁형혼활황효후흥힘',
};

/**
 * The languages whose spreadsheets come in a code page, in the order in which code pages of equal merit are preferred: what
 * Excel on Windows writes first. Code pages whose letters stand at the same places (ISO 8859-1 and -9) are left to those
 * of Windows, which have all of them and more; ibm850 has every letter of ibm437.
 */
export const ALPHABETS: Readonly<Record<CodePage, readonly Alphabet[]>> = {
  'windows-1252': [WESTERN, NORDIC, ICELANDIC],
  'windows-1250': [POLISH, CZECH, HUNGARIAN, ROMANIAN, CROATIAN],
  'windows-1251': [CYRILLIC],
  'windows-1253': [GREEK],
  'windows-1254': [TURKISH],
  'windows-1255': [HEBREW],
  'windows-1256': [ARABIC, URDU],
  'windows-1257': [LITHUANIAN, LATVIAN, ESTONIAN],
  'windows-874': [THAI],
  gb18030: [SIMPLIFIED],
  shift_jis: [JAPANESE],
  'euc-kr': [KOREAN],
  big5: [TRADITIONAL],
  'euc-jp': [JAPANESE],
  macintosh: [WESTERN, NORDIC],
  ibm850: [WESTERN, NORDIC],
  ibm437: [WESTERN],
  ibm852: [POLISH, CZECH, HUNGARIAN, ROMANIAN, CROATIAN],
  ibm866: [CYRILLIC],
  'koi8-r': [CYRILLIC],
  'iso-8859-2': [POLISH, CZECH, HUNGARIAN, ROMANIAN, CROATIAN],
  'iso-8859-5': [CYRILLIC],
  'iso-8859-7': [GREEK],
  'iso-8859-15': [WESTERN, NORDIC],
};
