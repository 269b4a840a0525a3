package org.vigie.sink.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.sink.SinkRecords.NOON;
import static org.vigie.sink.SinkRecords.raw;
import static org.vigie.sink.SinkRecords.window;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.CellOriginRecord;

class CellRowMapperTest {
    private final CellRowMapper cells = new CellRowMapper(StoreTables.in("ward"));

    @Test
    void onlyChangedHoursAreWritten() {
        assertThat(cells.of(window(List.of(46, 47), 3, CellOriginRecord.CARRIED), raw(9, -1)))
                .hasSize(2 * 37);
    }

    @Test
    void aCellLiesAtTheBeginningOfItsHour() {
        // given
        List<StoreRow> rows = cells.of(window(List.of(47), 3, CellOriginRecord.NORMAL), raw(9, -1));

        long hourOne = NOON.plus(Duration.ofHours(1)).toEpochMilli() * 1_000_000;

        // when, then
        assertThat(rows.get(14).line())
                .isEqualTo("cells,bed=REA/03,stay=stay-1,variable=hr,kind=NORMAL"
                        + " value=14.0,age_hours=1.0,hour=1i,revision=3i " + hourOne);
    }
}
