package org.vigie.sink.store;

import static org.vigie.sink.SinkRecords.clean;
import static org.vigie.sink.SinkRecords.raw;
import static org.vigie.sink.SinkRecords.rejected;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CellOriginRecord;
import org.vigie.schemas.Origin;
import org.vigie.schemas.Stay;
import org.vigie.sink.SinkRecords;
import org.vigie.sink.row.BedMovementRowMapper;
import org.vigie.sink.row.CellRowMapper;
import org.vigie.sink.row.EventRowMapper;
import org.vigie.sink.row.ReadingRowMapper;
import org.vigie.sink.row.ScoreRowMapper;
import org.vigie.sink.row.StoreRow;
import org.vigie.sink.row.StoreTables;

/**
 * Makes rows for the tests of the stores.
 *
 * @param tables of the store
 */
record StoreSampleRows(StoreTables tables) {
    static final Origin AT = raw(1, -1);

    /** Three readings, 37 cells, a score with two contributions, two transitions of an alarm, and a triage level. */
    List<StoreRow> ofEveryKind() {
        var readings = new ReadingRowMapper(tables);
        var events = new EventRowMapper(tables);
        List<StoreRow> rows = new ArrayList<>(readings.of(clean(1)));
        rows.addAll(readings.of(rejected(2, 0, null, "ERR")));
        rows.addAll(new CellRowMapper(tables).of(SinkRecords.window(List.of(47), 1, CellOriginRecord.CARRIED), AT));
        rows.addAll(new ScoreRowMapper(tables).of(SinkRecords.explained(), AT));
        rows.addAll(events.of(SinkRecords.alert(AlertStateRecord.RAISED), AT));
        rows.addAll(events.of(SinkRecords.alert(AlertStateRecord.CLEARED), AT));
        rows.addAll(events.of(SinkRecords.triage(), AT));
        return rows;
    }

    /** The movements of one stay, as the record with this offset tells them. */
    List<StoreRow> ofMovements(Stay stay, long offset) {
        var bed = new BedStays(stay.getBed(), List.of(stay));
        return new BedMovementRowMapper(tables).of(bed, new Origin("vigie.ward.stays.current", 0, offset, -1));
    }

    /** Two readings of each of so many observations. */
    List<StoreRow> ofObservations(int observations) {
        var readings = new ReadingRowMapper(tables);
        return new ArrayList<>(IntStream.range(0, observations)
                .mapToObj(SinkRecords::clean)
                .flatMap(observation -> readings.of(observation).stream())
                .toList());
    }

    /** The last two hours of a stay with carried values, then the last one with measured values. */
    List<List<StoreRow>> ofTwoWindows() {
        var cells = new CellRowMapper(tables);
        return List.of(
                cells.of(SinkRecords.window(List.of(46, 47), 1, CellOriginRecord.CARRIED), AT),
                cells.of(SinkRecords.window(List.of(47), 2, CellOriginRecord.MEASURED), AT));
    }
}
