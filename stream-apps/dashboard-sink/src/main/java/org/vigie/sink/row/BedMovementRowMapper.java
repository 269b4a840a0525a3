package org.vigie.sink.row;

import java.util.List;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Origin;

/** Maps the stays of a bed to rows, one for each movement. */
public final class BedMovementRowMapper {
    private static final long TAKEN_BACK = -1;

    private final StoreTables tables;

    public BedMovementRowMapper(StoreTables tables) {
        this.tables = tables;
    }

    public List<StoreRow> of(BedStays bed, Origin at) {
        return BedMovement.of(bed).stream()
                .map(movement -> row(bed.getBed(), movement, at))
                .toList();
    }

    /** Adds the record's offset: a movement that the newest record of the bed does not repeat was taken back. */
    private StoreRow row(String bed, BedMovement movement, Origin at) {
        String line = tables.line(tables.bedMovements())
                .tag("bed", bed)
                .tag("stay", movement.stay().getStay())
                .tag("movement", movement.kind())
                .text("message_fr", movement.kind().french())
                .text("message_en", movement.kind().english())
                .integer("topic_offset", at.getOffset())
                .at(movement.time());
        return new StoreRow(tables.bedMovements(), line, at, new StandingMovement(bed, movement.time()));
    }

    /** Returns the line that marks a movement of InfluxDB as taken back: no record has its offset. */
    public String takenBack(String bed, String stay, long nanos) {
        return tables.line(tables.bedMovements())
                .tag("bed", bed)
                .tag("stay", stay)
                .integer("topic_offset", TAKEN_BACK)
                .at(nanos);
    }
}
