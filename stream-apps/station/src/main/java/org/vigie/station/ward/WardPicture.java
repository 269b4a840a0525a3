package org.vigie.station.ward;

import java.util.List;

/**
 * The whole ward at one instant: all that a page needs to begin.
 *
 * @param service how calls reach people, and how many they are
 * @param beds in their fixed places
 * @param alerts active ones, and those cleared a short while ago
 */
public record WardPicture(
        ClockPicture clock,
        QualityPicture quality,
        ServicePicture service,
        List<VariablePicture> variables,
        List<BedPicture> beds,
        List<AlertPicture> alerts) {}
