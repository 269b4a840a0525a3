package org.vigie.station.ward;

import java.util.List;

/**
 * What changed since the last time.
 *
 * @param layout true when beds came or went: every page needs the whole ward anew
 */
public record Changes(boolean layout, List<BedPicture> beds, List<AlertPicture> alerts) {}
