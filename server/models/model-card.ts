/** Shares, 0..1, of probes that no step before had seen; null where there were none of the kind. */
export interface ModelFigures {
  probes: { mated: number; strangers: number };
  /** By the rule, with the thresholds for this gallery: enrolled people not recognised, strangers taken for somebody. */
  fnir: number | null;
  fpir: number | null;
  /** Enrolled people taken for somebody else. */
  misidentified: number | null;
  /** The nearest person is the right one. */
  rank1: number | null;
  /** At thresholds chosen on these very probes, by the FPIR's decimal notation. */
  fnirAtFpir: Readonly<Record<string, number>>;
  /** 95 % intervals of these, by bootstrap over people. */
  fnirIntervals: Readonly<Record<string, { low: number; high: number }>>;
}

/** What a head that was trained on templates gave as a second opinion, beside the rule without it. */
export interface HeadFigures {
  /** Which FPIR both are compared at. */
  fpir: number;
  fnirWithout: number;
  fnirWith: number;
  /** Whether it is used: only where it lost fewer people. */
  helps: boolean;
}

/** What a version is, where it comes from and how it did: `card.json`. */
export interface ModelCard {
  id: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  encoders: { modelId: string; secondModelId: string };
  data: {
    /** "installation", or the name of a folder. */
    source: string;
    people: number;
    /** Samples that were used. */
    train: number;
    test: number;
    /** Samples that validation set aside, by why. */
    setAside: Readonly<Record<string, number>>;
  };
  calibration: {
    /** Whose distances it rests on. */
    source: 'installation' | 'shipped';
    /** People of the gallery that these thresholds are for. */
    people: number;
    sure: number;
    threshold: number;
    notes: readonly string[];
  };
  figures: ModelFigures;
  /** What was in production, on the same probes. */
  production: { id: string; figures: ModelFigures };
  head: HeadFigures | null;
  gate: { passed: boolean; reasons: readonly string[] };
  licences: readonly string[];
  limits: readonly string[];
}
