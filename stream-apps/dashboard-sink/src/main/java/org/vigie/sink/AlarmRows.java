package org.vigie.sink;

import java.util.List;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.AlarmLoad;
import org.vigie.schemas.Origin;

/** Whole alarms and the load they are, one row each. */
final class AlarmRows {
    private final Tables tables;

    AlarmRows(Tables tables) {
        this.tables = tables;
    }

    List<Row> of(AlarmEpisode episode, Origin at) {
        String line = Line.of(tables.alarmEpisodes())
                .tag("bed", episode.getBed())
                .tag("stay", episode.getStay())
                .tag("unit", episode.getUnit())
                .tag("rule", episode.getRule())
                .tag("kind", episode.getKind())
                .tag("priority", episode.getPriority())
                .tag(
                        "feedback",
                        episode.getFeedback() == null
                                ? "NONE"
                                : episode.getFeedback().name())
                .text("alert", episode.getAlert())
                .instant("acknowledged_at", episode.getAcknowledgedAt())
                .instant("cleared_at", episode.getClearedAt())
                .whole("escalations", episode.getEscalations())
                .at(episode.getRaisedAt());
        return List.of(new Row(tables.alarmEpisodes(), line, at));
    }

    List<Row> of(AlarmLoad load, Origin at) {
        String line = Line.of(tables.alarmLoads())
                .tag("unit", load.getUnit())
                .tag("flood", Boolean.toString(load.getFlood()))
                .whole("last_10_minutes", load.getLast10Minutes())
                .whole("last_120_minutes", load.getLast120Minutes())
                .number("per_nurse", load.getPerNurse())
                .number("target", load.getTarget())
                .number("burn", load.getBurn())
                .at(load.getAt());
        return List.of(new Row(tables.alarmLoads(), line, at));
    }
}
