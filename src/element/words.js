// @ts-check
// The words of the loader in other languages than English: while an article loads, where it cannot be shown,
// and on the button for another try. Requested only where they are needed.

/** @import { Words } from "./types.js" */

import { ENGLISH } from "./english.js";

/** @type {Record<string, string[]>} */
const WORDS = {
  ar: ["جارٍ تحميل المقال…", "تعذّر تحميل هذا المقال.", "إعادة المحاولة"],
  cs: ["Článek se načítá…", "Tento článek se nepodařilo načíst.", "Zkusit znovu"],
  da: ["Artiklen indlæses …", "Artiklen kunne ikke indlæses.", "Prøv igen"],
  de: ["Der Artikel wird geladen …", "Dieser Artikel konnte nicht geladen werden.", "Erneut versuchen"],
  el: ["Το άρθρο φορτώνεται…", "Δεν ήταν δυνατή η φόρτωση του άρθρου.", "Δοκιμάστε ξανά"],
  es: ["Cargando el artículo…", "No se pudo cargar este artículo.", "Reintentar"],
  fa: ["در حال بارگیری مقاله…", "بارگیری این مقاله ممکن نشد.", "تلاش دوباره"],
  fi: ["Artikkelia ladataan…", "Artikkelia ei voitu ladata.", "Yritä uudelleen"],
  fr: ["Chargement de l’article…", "Impossible de charger cet article.", "Réessayer"],
  he: ["הכתבה נטענת…", "לא ניתן היה לטעון את הכתבה.", "לנסות שוב"],
  hi: ["लेख लोड हो रहा है…", "यह लेख लोड नहीं हो सका।", "फिर कोशिश करें"],
  id: ["Memuat artikel…", "Artikel ini tidak dapat dimuat.", "Coba lagi"],
  it: ["Caricamento dell’articolo…", "Impossibile caricare questo articolo.", "Riprova"],
  ja: ["記事を読み込んでいます…", "この記事を読み込めませんでした。", "再試行"],
  ko: ["기사를 불러오는 중…", "이 기사를 불러올 수 없습니다.", "다시 시도"],
  nb: ["Artikkelen lastes inn …", "Artikkelen kunne ikke lastes inn.", "Prøv igjen"],
  nl: ["Het artikel wordt geladen…", "Dit artikel kon niet worden geladen.", "Opnieuw proberen"],
  pl: ["Wczytywanie artykułu…", "Nie udało się wczytać tego artykułu.", "Spróbuj ponownie"],
  pt: ["Carregando o artigo…", "Não foi possível carregar este artigo.", "Tentar novamente"],
  ru: ["Статья загружается…", "Не удалось загрузить статью.", "Повторить"],
  sv: ["Artikeln läses in …", "Artikeln kunde inte läsas in.", "Försök igen"],
  tr: ["Makale yükleniyor…", "Bu makale yüklenemedi.", "Tekrar dene"],
  uk: ["Стаття завантажується…", "Не вдалося завантажити статтю.", "Спробувати ще раз"],
  vi: ["Đang tải bài viết…", "Không thể tải bài viết này.", "Thử lại"],
  zh: ["正在加载文章…", "无法加载此文章。", "重试"],
};

/**
 * The words in the first of these languages that is known; English if none is.
 *
 * @param {string[]} tags BCP 47
 * @returns {Words}
 */
export function choose(tags) {
  for (const tag of tags) {
    const lang = tag.split("-")[0].toLowerCase();
    if (lang === ENGLISH.lang) break;
    if (lang in WORDS) {
      const [loading, failed, retry] = WORDS[lang];
      return { lang, loading, failed, retry };
    }
  }
  return ENGLISH;
}
