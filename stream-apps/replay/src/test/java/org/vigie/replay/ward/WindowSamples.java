package org.vigie.replay.ward;

import java.util.Collections;
import java.util.List;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.CellOriginRecord;
import org.vigie.schemas.Origin;
import org.vigie.schemas.UnitTypeRecord;
import org.vigie.schemas.Window;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.testing.story.WardStory;

/** Makes recorded windows whose cells are all alike. */
public final class WindowSamples {
    private static final int CELLS = HourlyGrid.HOURS * HourlyGrid.SERIES;

    private WindowSamples() {}

    public static Window window(String stay, int lastHour, float value, CellOriginRecord kind, float age) {
        return Window.newBuilder()
                .setStay(stay)
                .setBed("REA/1")
                .setAdmittedAt(WardStory.START)
                .setEnd(WardStory.START)
                .setLastHour(lastHour)
                .setSeries(List.of())
                .setValues(Collections.nCopies(CELLS, value))
                .setKinds(Collections.nCopies(CELLS, kind))
                .setAges(Collections.nCopies(CELLS, age))
                .setSex(AdministrativeSexRecord.UNKNOWN)
                .setUnitKind(UnitTypeRecord.MEDICAL)
                .setChangedHours(List.of())
                .setRevision(1)
                .setDigest("w")
                .setNewest(new Origin("t", 0, 0L, -1))
                .build();
    }
}
