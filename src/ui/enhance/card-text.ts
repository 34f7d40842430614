/** What the square code of a citizen card says. Dates are dd/mm/yyyy; an empty part stays empty. */
export type CardFacts = {
  number: string;
  oldNumber: string;
  name: string;
  born: string;
  sex: string;
  address: string;
  issued: string;
};

/**
 * Reads the text of the code printed on the chip card:
 * number|old nine-digit number|name|ddmmyyyy|sex|address|ddmmyyyy. Newer cards add parts, which are ignored.
 * Undefined when the text is something else, such as a case code.
 */
export function readCard(text: string): CardFacts | undefined {
  const [number, oldNumber, name, born, sex, address, issued] = text
    .trim()
    .split("|")
    .map((part) => part.trim());
  if (number === undefined || !/^\d{12}$/.test(number) || name === undefined || issued === undefined)
    return undefined;
  return {
    number,
    oldNumber: oldNumber ?? "",
    name,
    born: slashed(born ?? ""),
    sex: sex ?? "",
    address: address ?? "",
    issued: slashed(issued),
  };
}

function slashed(digits: string): string {
  return /^\d{8}$/.test(digits) ? `${digits.slice(0, 2)}/${digits.slice(2, 4)}/${digits.slice(4)}` : digits;
}
