// Texts whose characters were lost are told from good ones in any language, and what is left out is reported.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isLost } from "../../src/element/feed/lost.js";
import { storiesOf, toStories } from "../../src/element/feed/stories.js";

const BASE = "https://harbour.example/feed";
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** UTF-8 that is read as windows-1252, in which Node's decoder has no characters below 0xa0. */
const misread = (text) => [...Buffer.from(text)].map((byte) => WINDOWS[byte - 0x80] ?? String.fromCharCode(byte)).join("");
/** The headlines that are read of these titles. */
const read = (titles) => {
  const items = titles.map((title, at) => ({ title, text: "", links: [`https://example.org/${at}`], publisher: "", date: "", tags: [], pictures: [], inText: [] }));
  return toStories(items, BASE, []).map(({ headline }) => headline);
};

const SENTENCES = [
  "L’été à Orléans : 5 € d’économie, « déjà » très loin",
  "Größe, Öl und Übermut: „Spaß“ – für Ärzte",
  "São João à noite, não é amanhã",
  "Año nuevo: ¿qué será de España?",
  "Blåbærgrød på Ærø – Århus",
  "Þór og Ægir sögðu já",
  "Zażółć gęślą jaźń",
  "Příliš žluťoučký kůň úpěl",
  "Árvíztűrő tükörfúrógép",
  "Türkiye’de yeni bir dönem başlıyor, İstanbul ışıl ışıl",
  "Ghiveciul își închide ușa",
  "Việt Nam mở cửa cảng mới",
  "Порт снова открыт после ремонта",
  "Порт зноў адчынены, їхні сієсти",
  "Το λιμάνι ανοίγει ξανά",
  "הנמל נפתח מחדש",
  "الميناء يفتح من جديد",
  "ท่าเรือเปิดอีกครั้ง",
  "बंदरगाह फिर से खुला",
  "日本語の見出し、港が再開",
  "港口重新开放",
  "항구가 다시 열렸다",
  "Fun 😀",
];

test("UTF-8 that was read as windows-1252 or windows-1251 is lost, in any language", () => {
  for (const text of SENTENCES) {
    assert.equal(isLost(text), false, text);
    assert.deepEqual(read([text, misread(text)]), [text], misread(text));
  }
  for (const text of SENTENCES.filter((text) => /[а-я]/.test(text))) {
    const wrong = new TextDecoder("windows-1251").decode(Buffer.from(text));
    assert.deepEqual(read([text, wrong]), [text], wrong);
  }
});

test("single characters that are lost", () => {
  const lost = ["GrÃ¶ÃŸe", "Ã–sterreich", "Ãœber", "Ã‰cole", "VoilÃ\u00a0!", "Ã\u00a0 la carte", "5Â\u00a0â‚¬", "Â« mots Â»", "Â£5", "Acmeâ„¢", "aâ†’b", "Å‚Ã³dÅº", "ï»¿Title", "Caf\u0081", "It\u009ds", "Za¿ó³æ gêœl¹", "za¿ó³æ gê¶l± ja¼ñ"];
  for (const text of lost) assert.throws(() => read([text]), /lost characters/, text);
});

test("letters with punctuation are not lost", () => {
  const good = [
    ...["“LIBERTÉ”", "É–É", "«AÑO Ñ»", "MAÇÃ – “IRMÔ", "CAFFÈ”", "SÃO PAULO…", "Spaß” – Fuß…", "ÆØÅ – ÅÅÅ", "5 Å", "Ângela: “Â”", "„Ä“ und „Ö“", "CAFÉ™", "É• É·", "Nº 1 – 2ª"],
    ...["Âm nhạc", "“naïve”…", "à “à”", "é…” “é", "« é »", "mãe… irmã – “não”", "ŠKODA ‹Č›", "Œuvre", "ÁÉÍÓÚ", "ÀÉÎ", "×÷×", "№5 РСФСР… «СССР»", "Сієста в Ріо", "Âge", "Île", "ÉÉN’", "5 m³ d’eau", "Hola.¿Qué?", "2¼in ±5 ¶7", "R¹ = R²"],
  ];
  assert.deepEqual(read(good), good);
});

test("bytes of another script are no Western text, whatever set is stated", () => {
  const xml = (title, set) => `<?xml version="1.0" encoding="${set}"?>\n<rss><channel><item><title>${title}</title><link>https://example.org/1</link></item></channel></rss>`;
  const parse = (text, set) => storiesOf({ bytes: Buffer.from(text, "latin1"), mediaType: `text/xml; charset=${set}`, address: BASE }, [])[0].headline;
  // “Порт снова открыт” in windows-1251, “日本語の見出し、港が再開” in EUC-JP, “港口重新开放” in GBK, Arabic in windows-1256.
  for (const bytes of ["Ïîðò ñíîâà îòêðûò", "ÆüËÜ¸ì¤Î¸«½Ð¤·¡¢¹Á¤¬ºÆ³«", "¸Û¿ÚÖØÐÂ¿ª·Å", "ÇáãíäÇÁ íÝÊÍ"]) {
    for (const set of ["ISO-8859-1", "windows-1252"]) {
      assert.throws(() => parse(xml(bytes, set), set), { message: `line 2 has bytes that are not of its character set (${set})` }, bytes);
    }
  }
  assert.equal(parse(xml("Ïîðò ñíîâà îòêðûò", "windows-1251"), "utf-8"), "Порт снова открыт");
  // One such word among others is a cry.
  const cry = "Ouééééé, l'été à Orléans déjà terminé";
  assert.equal(parse(xml(cry, "ISO-8859-1"), "utf-8"), cry);
});

test("ISO-2022-JP, whose bytes are all of ASCII, is read if it is stated", () => {
  const japanese = "\u001b$BF|K\\8l\u001b(B";
  const parse = (set, mediaType) =>
    storiesOf({ bytes: Buffer.from(`<?xml version="1.0" encoding="${set}"?>\n<rss><item><title>${japanese}</title><link>/1</link></item></rss>`), mediaType, address: BASE }, [])[0].headline;
  assert.equal(parse("ISO-2022-JP", null), "日本語");
  assert.equal(parse("utf-8", "text/xml; charset=iso-2022-jp"), "日本語");
  assert.throws(() => parse("utf-8", null), { message: "line 2 has bytes that are not of its character set (utf-8)" });
});

test("items that are left out are reported with the first cause; doubles are not", () => {
  const reports = [];
  const parse = (items) => storiesOf({ bytes: Buffer.from(JSON.stringify({ items })), mediaType: null, address: BASE }, ["https://example.org/own"], (message) => reports.push(message));
  const good = { url: "https://example.org/1", title: "One" };
  parse([good, good, { url: "https://example.org/own", title: "Own" }]);
  assert.deepEqual(reports, []);
  const cases = {
    "“Two” has no address of the web": { url: "N/A", title: "Two" },
    "one has neither title nor text": { url: "https://example.org/2" },
    "“Itâ€™s” has lost characters": { url: "https://example.org/2", title: "Itâ€™s" },
  };
  for (const [cause, item] of Object.entries(cases)) {
    assert.equal(parse([item, good, null]).length, 1);
    assert.equal(reports.pop(), `items left out: 2, the first because ${cause}`);
  }
});
