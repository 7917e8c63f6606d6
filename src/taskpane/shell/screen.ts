/** The tabs of the pane. */
export type Screen = 'check' | 'merge' | 'results' | 'board' | 'findings';
