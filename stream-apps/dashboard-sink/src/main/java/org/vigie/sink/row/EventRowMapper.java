package org.vigie.sink.row;

import java.time.Instant;
import java.util.List;
import org.vigie.schemas.Alert;
import org.vigie.schemas.DeadLetter;
import org.vigie.schemas.Origin;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.TriageAssessmentRecord;

/** Maps alerts, triage levels and refusals to rows, one row each. */
public final class EventRowMapper {
    /** The app that publishes {@code rows.rejected}. */
    private static final String APP = "dashboard-sink";

    private final StoreTables tables;

    public EventRowMapper(StoreTables tables) {
        this.tables = tables;
    }

    public List<StoreRow> of(Alert alert, Origin at) {
        String line = tables.line(tables.alerts())
                .tag("bed", alert.getBed())
                .tag("stay", alert.getStay())
                .tag("rule", alert.getRule())
                .tag("kind", alert.getKind())
                .tag("priority", alert.getPriority())
                .tag("state", alert.getState())
                .text("alert", alert.getAlert())
                .number("value", alert.getValue())
                .number("bound", alert.getLimit())
                .text("message_fr", alert.getMessageFr())
                .text("message_en", alert.getMessageEn())
                .instant("raised_at", alert.getRaisedAt())
                .instant("cleared_at", alert.getClearedAt())
                .instant("cause_published_at", alert.getCausePublishedAt())
                .text("rule_version", alert.getRuleVersion())
                .at(alert.getOnset());
        return List.of(new StoreRow(tables.alerts(), line, at));
    }

    public List<StoreRow> of(TriageAssessmentRecord triage, Origin at) {
        String line = tables.line(tables.triage())
                .tag("bed", triage.getBed())
                .tag("stay", triage.getStay())
                .tag("level", triage.getLevel())
                .integer("news2_low", triage.getNews2Low())
                .integer("news2_high", triage.getNews2High())
                .text("missing", String.join(", ", triage.getMissing()))
                .number("risk", triage.getRisk())
                .text("reasons_fr", String.join(" · ", triage.getReasonsFr()))
                .text("reasons_en", String.join(" · ", triage.getReasonsEn()))
                .text("rule_version", triage.getRuleVersion())
                .at(triage.getAt());
        return List.of(new StoreRow(tables.triage(), line, at));
    }

    public List<StoreRow> of(Quarantined quarantined, Origin at) {
        String reason = quarantined.getReason().name();
        return refused(reason, quarantined.getApp(), quarantined.getDetail(), quarantined.getQuarantinedAt(), at);
    }

    /** A refusal of {@code refused} itself is not mirrored: its row would be refused again, for ever. */
    public List<StoreRow> of(DeadLetter letter, Origin at) {
        if (letter.getTable().equals(tables.refused())) {
            return List.of();
        }
        String detail = letter.getTable() + ": " + letter.getError();
        return refused("ROW_REFUSED", APP, detail, letter.getAt(), at);
    }

    private List<StoreRow> refused(String reason, String app, String detail, Instant time, Origin at) {
        String line = tables.line(tables.refused())
                .tag("topic", at.getTopic())
                .tag("reason", reason)
                .tag("app", app)
                .text("detail", detail)
                .integer("topic_partition", at.getPartition())
                .integer("topic_offset", at.getOffset())
                .at(time);
        return List.of(new StoreRow(tables.refused(), line, at));
    }
}
