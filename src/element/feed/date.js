// @ts-check
// Reads the dates of feeds.

// `2025-02-24`, `24 Feb 2025`, `24 Feb 25`; no standard has `Feb 24, 2025` and `02/24/2025`, but feeds do.
// Programs without a date write one of the year 1 or before.
const DAY =
  /^([12]\d{3}-\d\d-\d\d|(?:[a-z]+,? ?)?(\d\d?[ -][a-z]{3,9}[ -](?:[12]\d{3}|\d\d)|[a-z]{3,9} \d\d?,? [12]\d{3}|\d\d?([-/])\d\d?\3[12]\d{3}))(?![\d:])/i;
// A time of day with a zone: an offset or a name, and an optional remark in brackets.
const TIME =
  /^(?:T|[ ,-]+)([01]?\d|2[0-3])(:[0-5]\d)(:[0-5]\d)?(?:[.,]\d+)? ?(?:(?:GMT|UTC)?([+-](?:0\d|1[0-4])):?([0-5]\d)?|(Z|UTC?|GMT)|([ECMP])([SD])T)(?: ?\(.*\))?$/i;

/**
 * A date of RFC 822 or ISO 8601 as documents write it, in the zone of the writer.
 *
 * @param {string} text
 */
export function moment(text) {
  const [written, , other] = DAY.exec(text) ?? [];
  // Not every browser reads `02-24-2025`.
  const noon = /** @type {Date & number} */ (new Date(other ? `${other.replace(/(\d)-(?=\d)/g, "$1/")} 12:00 GMT` : `${written}T12:00Z`));
  // Computers count from 1970: a program without a date may write 0, which is that night.
  if (!(Math.abs(noon) > 86_400_000)) return null;
  const day = noon.toISOString().slice(0, 10);
  const [time, hour, minute, second = ":00", hours, minutes = "00", utc, zone, season] = TIME.exec(text.slice(/** @type {string} */ (written).length)) ?? [];
  // A time without a zone says nothing to readers elsewhere.
  if (!time) return day;
  // Daylight saving time is one hour nearer: EDT is four hours behind, EST and CDT are five.
  const offset = zone ? `-0${4 + "ECMP".indexOf(zone.toUpperCase()) + /** @type {any} */ (/s/i.test(season))}:00` : utc ? "Z" : `${hours}:${minutes}`;
  return `${day}T${hour.padStart(2, "0")}${minute}${second}${offset.replace(/^.00:00/, "Z")}`;
}
