// @ts-check
// Reads the dates of feeds. A date that can be read in two ways, or that no calendar has, is left out, because a
// wrong day is worse than none.

// `2025-02-24`, `24 Feb 2025`, `24 Feb 25`; no standard has `2025/02/24`, `Feb 24, 2025` and `02/24/2025`, but feeds do.
// Programs without a date write one of the year 1 or before. Other calendars count other years: 2568 or 1404 for 2025.
const DAY =
  /^(?:(?:19|2[01])\d\d([-/.])\d\d\1\d\d|(?:[a-z]+,? ?)?(?:\d\d?[ -][a-z]{3,9}[ -](?:(?:19|2[01])\d\d|\d\d)|[a-z]{3,9} \d\d?,? (?:19|2[01])\d\d|\d\d?([-/.])\d\d?\2(?:19|2[01])\d\d))(?![\d:])/i;
// A time of day with a zone: an offset or a name, and an optional remark in brackets.
const TIME =
  /^(?:T|[ ,-]+)([01]?\d|2[0-3])(:[0-5]\d)(:[0-5]\d)?(?:[.,]\d+)? ?(?:(?:GMT|UTC)?([+-](?:0\d|1[0-4])):?([0-5]\d)?|(Z|UTC?|GMT)|([ECMP])([SD])T)(?: ?\(.*\))?$/i;
const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/**
 * A date of RFC 822 or ISO 8601 as documents write it, in the zone of the writer.
 *
 * @param {string} text
 */
export function moment(text) {
  const written = DAY.exec(text)?.[0];
  const day = written && dayOf(written);
  if (!written || !day) return null;
  const [time, hour, minute, second = ":00", hours, minutes = "00", utc, zone, season] = TIME.exec(text.slice(written.length)) ?? [];
  // A time without a zone is left out, because it is no use to readers in other zones.
  if (!time) return day;
  // Daylight saving time is one hour nearer: EDT is four hours behind, EST and CDT are five.
  const offset = zone ? `-0${4 + "ECMP".indexOf(zone.toUpperCase()) + /** @type {any} */ (/s/i.test(season))}:00` : utc ? "Z" : `${hours}:${minutes}`;
  return `${day}T${hour.padStart(2, "0")}${minute}${second}${offset.replace(/^.00:00/, "Z")}`;
}

/**
 * The day as `2025-02-24`; `undefined` if the calendar has no such day.
 *
 * @param {string} written
 */
function dayOf(written) {
  // Only the last three parts are read, because a weekday may come before them.
  const [first, second, third] = /** @type {string[]} */ (written.match(/\d+|[a-z]+/gi)).slice(-3);
  const isIso = first.length === 4 && third.length === 2;
  const [day, month] = isIso ? [+third, +second] : dayAndMonth(first, second);
  const year = isIso ? +first : +third;
  // RFC 822 has years of two digits.
  const noon = new Date(Date.UTC(year < 50 ? year + 2000 : year < 100 ? year + 1900 : year, month - 1, day, 12));
  // Computers count from 1970. A program without a date may write 0, which is the night in which that year began.
  if (noon.getUTCMonth() !== month - 1 || noon.getUTCDate() !== day || Math.abs(+noon) < 86_400_000) return undefined;
  return noon.toISOString().slice(0, 10);
}

/**
 * The day and the month in two parts of a date, in either order. They are not numbers if both orders give a date.
 *
 * @param {string} first
 * @param {string} second
 */
function dayAndMonth(first, second) {
  const named = MONTHS.findIndex((month) => [first, second].some((part) => month.startsWith(part.toLowerCase()))) + 1;
  if (named) return [Number.isNaN(+first) ? +second : +first, named];
  if (+first > 12 || first === second) return [+first, +second];
  return +second > 12 ? [+second, +first] : [NaN, NaN];
}
