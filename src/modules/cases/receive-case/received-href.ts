/** The page that shows what became of a form. */
export const receivedHref = (caseId: string): string => `/officer/cases/${caseId}/received`;
