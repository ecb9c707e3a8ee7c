/** What is known of one country's phone numbers and postal codes. */
export interface CountryFacts {
  /** ISO 3166-1 alpha-2, in capitals. */
  code: string;
  /** The country calling code, without the plus sign (ITU-T E.164). */
  calling: string;
  /** True if numbers within the country begin with a 0 that a spreadsheet's number loses. */
  hasTrunkZero: boolean;
  /** How many digits, or letters and digits, a postal code may have. */
  zipLengths: readonly number[];
  /** True if the country's postal codes hold digits alone, so that a number may have lost its zeros. */
  hasDigitZips: boolean;
}

/**
 * One line a country: code, calling code (`0` after a slash: numbers have a trunk zero), lengths of the postal code (`a`:
 * letters too), names. Source: ITU-T E.164, the Universal Postal Union's addressing sheets.
 */
const lines = `ID 62/0 5 idn indonesia
MY 60/0 5 mys malaysia
SG 65 6 sgp singapore singapura
TH 66/0 5 tha thailand
PH 63/0 4 phl philippines filipina
VN 84/0 5,6 vnm vietnam
TW 886/0 3,5,6 twn taiwan
CN 86 6 chn china 中国
JP 81/0 7 jpn japan jepang 日本
KR 82/0 5 kor korea southkorea 대한민국 한국
IN 91 6 ind india
AU 61/0 4 aus australia
NZ 64/0 4 nzl newzealand
US 1 5,9 usa unitedstates unitedstatesofamerica amerikaserikat
CA 1 6a can canada
MX 52 5 mex mexico
BR 55 8 bra brazil brasil
GB 44/0 5,6,7a gbr uk unitedkingdom greatbritain england inggris
DE 49/0 5 deu germany deutschland jerman
AT 43/0 4 aut austria österreich
CH 41/0 4 che switzerland schweiz suisse
FR 33/0 5 fra france prancis
BE 32/0 4 bel belgium belgië belgique
NL 31/0 6a nld netherlands nederland belanda
ES 34 5 esp spain españa
IT 39 5 ita italy italia
PT 351 7 prt portugal
PL 48 5 pol poland polska
SE 46/0 5 swe sweden sverige
NO 47 4 nor norway norge
DK 45 4 dnk denmark danmark
FI 358/0 5 fin finland suomi
TR 90/0 5 tur turkey türkiye
SA 966/0 5,9 sau saudiarabia
ZA 27/0 4 zaf southafrica`;

let factsByName: ReadonlyMap<string, CountryFacts> | null = null;

/** The facts of a country by its code or name; null for one that is not listed. */
export function countryFacts(name: string): CountryFacts | null {
  factsByName ??= new Map(lines.split("\n").flatMap(entriesOf));
  return factsByName.get(plain(name)) ?? null;
}

function entriesOf(line: string): [string, CountryFacts][] {
  const [code = "", calling = "", zips = "", ...names] = line.split(" ");
  const facts: CountryFacts = {
    code,
    calling: calling.replace("/0", ""),
    hasTrunkZero: calling.endsWith("/0"),
    zipLengths: zips.replace("a", "").split(",").map(Number),
    hasDigitZips: !zips.endsWith("a"),
  };
  return [code, ...names].map((name) => [plain(name), facts]);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
