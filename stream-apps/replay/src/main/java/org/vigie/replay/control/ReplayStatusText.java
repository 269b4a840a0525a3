package org.vigie.replay.control;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.vigie.schemas.ReplayStatus;

/** Writes where a replay is. */
public record ReplayStatusText(ReplayStatus status) {
    /** Returns the figures by the names of the JSON answer. */
    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("namespace", status.getNamespace());
        figures.put("ward", status.getWard());
        figures.put("state", state());
        figures.put("from", status.getFrom());
        figures.put("to", status.getTo());
        figures.put("position", status.getPosition());
        figures.put("speed", new ReplaySpeed(status.getSpeed()).toString());
        figures.put("seek_to", Objects.requireNonNullElse(status.getSeekTo(), ""));
        figures.put("records", status.getRecords());
        figures.put("share", status.getShare());
        figures.put("beds", status.getBeds());
        return figures;
    }

    private String state() {
        return status.getState().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String toString() {
        return "%s: %s at %s of %s to %s, speed %s; %d beds, %,d records, %.0f %%"
                .formatted(
                        status.getNamespace(),
                        state(),
                        status.getPosition(),
                        status.getFrom(),
                        status.getTo(),
                        new ReplaySpeed(status.getSpeed()),
                        status.getBeds(),
                        status.getRecords(),
                        100 * status.getShare());
    }
}
