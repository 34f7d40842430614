/** What we use of bpmn-moddle, which ships no types of its entry. */
declare module "bpmn-moddle" {
  type ModdleElement = {
    readonly $type: string;
    readonly id?: string;
    get(name: string): unknown;
    set(name: string, value: unknown): void;
  };
  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, object>>);
    create(type: string, attributes?: Readonly<Record<string, unknown>>): ModdleElement;
    /** Rejects for what is no BPMN at all; what it cannot understand it says in `warnings`. */
    fromXML(xml: string): Promise<{
      readonly rootElement: ModdleElement;
      readonly warnings: readonly { readonly message: string }[];
    }>;
    toXML(element: ModdleElement, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
  }
}
