package org.vigie.station.display;

/** Says where the page shows a predicted risk. The unit chooses it. */
public enum ScoreDisplay {
    /** Nowhere: neither page nor API contain it. */
    OFF,
    /** Nowhere: the topics record it, and the bed's page says so. */
    SILENT,
    /** On the bed's page only. */
    BED,
    /** On the bed's page and on its tile. */
    TILE
}
