package org.vigie.station.trend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.CellOriginRecord;
import org.vigie.schemas.Origin;
import org.vigie.schemas.UnitTypeRecord;
import org.vigie.schemas.Window;
import org.vigie.schemas.variable.Variable;
import org.vigie.signal.window.HourlyGrid;

/** Creates windows for tests. */
final class WindowRecords {
    private static final int CELLS = HourlyGrid.HOURS * HourlyGrid.SERIES;

    private WindowRecords() {}

    static Window measured(Instant admittedAt, int lastHour) {
        return Window.newBuilder()
                .setStay("s1")
                .setBed("REA/01")
                .setAdmittedAt(admittedAt)
                .setEnd(admittedAt)
                .setLastHour(lastHour)
                .setSeries(List.of())
                .setValues(new ArrayList<>(Collections.nCopies(CELLS, 1f)))
                .setKinds(new ArrayList<>(Collections.nCopies(CELLS, CellOriginRecord.MEASURED)))
                .setAges(Collections.nCopies(CELLS, 0f))
                .setSex(AdministrativeSexRecord.UNKNOWN)
                .setUnitKind(UnitTypeRecord.MEDICAL)
                .setChangedHours(List.of())
                .setRevision(0)
                .setDigest("d")
                .setNewest(new Origin("t", 0, 0L, -1))
                .build();
    }

    static void carry(Window window, int row, Variable variable, float value) {
        int cell = row * HourlyGrid.SERIES + variable.series().orElseThrow();
        window.getValues().set(cell, value);
        window.getKinds().set(cell, CellOriginRecord.CARRIED);
    }
}
