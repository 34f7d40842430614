/** A moment of life in which people come to the one-stop desk, and the procedures that belong to it. */
export type LifeEvent = {
  readonly key: LifeEventKey;
  /** National codes, the one most people need first. */
  readonly codes: readonly string[];
  /** Procedures whose unmarked name holds one of these belong to it too. */
  readonly phrases: readonly string[];
};

export const LIFE_EVENT_KEYS = [
  "birth",
  "marriage",
  "building",
  "land",
  "business",
  "papers",
  "residence",
  "certify",
  "school",
  "support",
  "death",
] as const;
export type LifeEventKey = (typeof LIFE_EVENT_KEYS)[number];

const EVENTS: Record<LifeEventKey, Omit<LifeEvent, "key">> = {
  birth: {
    codes: ["1.001193", "2.000986", "1.001022", "1.000689", "2.001023"],
    phrases: ["khai sinh", "nhan cha me con", "cho tre em duoi 6 tuoi"],
  },
  marriage: { codes: ["1.000894", "1.004873"], phrases: ["ket hon", "tinh trang hon nhan"] },
  building: { codes: ["1.013225", "1.013229", "1.013226"], phrases: ["giay phep xay dung"] },
  land: {
    codes: ["1.012783", "1.012784", "1.115345", "1.115343", "1.115350", "1.115362", "1.115375"],
    phrases: ["quyen su dung dat", "thua dat", "giay chung nhan da cap", "su dung dat"],
  },
  business: {
    codes: ["1.001612", "2.000720", "1.001266", "2.001610"],
    phrases: ["ho kinh doanh", "thanh lap doanh nghiep", "thanh lap cong ty"],
  },
  papers: {
    codes: ["2.000200", "1.001456", "3.000333", "2.000635", "1.004859"],
    phrases: [
      "the can cuoc",
      "ho chieu pho thong",
      "ly lich tu phap",
      "trich luc ho tich",
      "giay phep lai xe",
    ],
  },
  residence: {
    codes: ["1.004222", "1.004194", "1.003197", "1.010041"],
    phrases: ["dang ky thuong tru", "tam tru", "ve cu tru"],
  },
  certify: { codes: ["2.000815", "2.000884", "2.001035"], phrases: ["chung thuc"] },
  school: {
    codes: ["2.002854"],
    phrases: ["hoc sinh", "tuyen sinh", "van bang", "hoc tap", "tre mam non"],
  },
  support: {
    codes: ["1.001776", "1.001699", "1.011607", "1.014027"],
    phrases: ["tro cap xa hoi", "khuyet tat", "ho ngheo", "huu tri xa hoi", "nguoi co cong"],
  },
  death: {
    codes: ["1.000656", "1.001731", "1.014028"],
    phrases: ["khai tu", "mai tang", "di san", "di chuc"],
  },
};

/** The life event of a key from an address; undefined for anything else. */
export function findLifeEvent(key: string): LifeEvent | undefined {
  const known = LIFE_EVENT_KEYS.find((one) => one === key);
  return known === undefined ? undefined : { key: known, ...EVENTS[known] };
}
