declare module '@socialgouv/jours-feries' {
  /** French public holidays of a year by their French names, each as midnight of the machine's zone. */
  function joursFeries(year: number, options?: { alsace: boolean }): Record<string, Date>;
  export = joursFeries;
}
