package org.vigie.sink.row;

import java.util.List;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.AlarmFeedbackRecord;
import org.vigie.schemas.AlarmLoad;
import org.vigie.schemas.Origin;

/** Maps alarm episodes and alarm loads to rows, one row each. */
public final class AlarmRowMapper {
    private final StoreTables tables;

    public AlarmRowMapper(StoreTables tables) {
        this.tables = tables;
    }

    public List<StoreRow> of(AlarmEpisode episode, Origin at) {
        AlarmFeedbackRecord feedback = episode.getFeedback();
        String line = tables.line(tables.alarmEpisodes())
                .tag("bed", episode.getBed())
                .tag("stay", episode.getStay())
                .tag("unit", episode.getUnit())
                .tag("rule", episode.getRule())
                .tag("kind", episode.getKind())
                .tag("priority", episode.getPriority())
                .tag("feedback", feedback == null ? "NONE" : feedback.name())
                .text("alert", episode.getAlert())
                .instant("acknowledged_at", episode.getAcknowledgedAt())
                .instant("cleared_at", episode.getClearedAt())
                .integer("escalations", episode.getEscalations())
                .at(episode.getRaisedAt());
        return List.of(new StoreRow(tables.alarmEpisodes(), line, at));
    }

    public List<StoreRow> of(AlarmLoad load, Origin at) {
        String line = tables.line(tables.alarmLoads())
                .tag("unit", load.getUnit())
                .tag("flood", Boolean.toString(load.getFlood()))
                .integer("last_10_minutes", load.getLast10Minutes())
                .integer("last_120_minutes", load.getLast120Minutes())
                .number("per_nurse", load.getPerNurse())
                .number("target", load.getTarget())
                .number("burn", load.getBurn())
                .at(load.getAt());
        return List.of(new StoreRow(tables.alarmLoads(), line, at));
    }
}
