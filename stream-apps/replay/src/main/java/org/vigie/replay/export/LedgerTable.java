package org.vigie.replay.export;

import static org.vigie.replay.export.ExportColumnType.NUMBER;
import static org.vigie.replay.export.ExportColumnType.TEXT;
import static org.vigie.replay.export.ExportColumnType.TIME;
import static org.vigie.replay.export.ExportColumnType.WHOLE_NUMBER;

import java.util.List;
import java.util.stream.Stream;
import org.vigie.schemas.Alert;
import org.vigie.schemas.topic.TopicCatalogue;

/** Describes the table of alerts: one row for each transition of an alert. The names of users are not exported. */
record LedgerTable(TopicCatalogue topics, ExportPseudonyms pseudonyms) {
    ExportTable<Alert> table() {
        return new ExportTable<>(
                "alerts",
                "One row for each transition of each alert",
                columns(),
                "stay, sequence",
                List.of(new ExportedSource<>(topics.alertsLedger(), Stream::of)));
    }

    private List<ExportColumn<Alert>> columns() {
        return List.of(
                new ExportColumn<>("alert", TEXT, "Pseudonym of the alert", row -> pseudonyms.stay(row.getAlert())),
                new ExportColumn<>("stay", TEXT, "Pseudonym of the stay", row -> pseudonyms.stay(row.getStay())),
                new ExportColumn<>("bed", TEXT, "Unit and pseudonym of the bed", row -> pseudonyms.bed(row.getBed())),
                new ExportColumn<>("rule", TEXT, "Name of the alarm rule", Alert::getRule),
                new ExportColumn<>("rule_version", TEXT, "Version of the rules", Alert::getRuleVersion),
                new ExportColumn<>("kind", TEXT, "PHYSIOLOGICAL, TECHNICAL or PREDICTIVE", Alert::getKind),
                new ExportColumn<>("priority", TEXT, "HIGH, MEDIUM or LOW", Alert::getPriority),
                new ExportColumn<>("state", TEXT, "Transition, such as RAISED or CLEARED", Alert::getState),
                new ExportColumn<>("happened_at", TIME, "Time of the transition, UTC", Alert::getAt),
                new ExportColumn<>("onset", TIME, "First reading of the condition, UTC", Alert::getOnset),
                new ExportColumn<>("raised_at", TIME, "Start of the alert, UTC", Alert::getRaisedAt),
                new ExportColumn<>("cleared_at", TIME, "End of the alert, UTC", Alert::getClearedAt),
                new ExportColumn<>("value", NUMBER, "Value that raised it, in the variable's unit", Alert::getValue),
                new ExportColumn<>("limit_value", NUMBER, "Limit that it crossed", Alert::getLimit),
                new ExportColumn<>("feedback", TEXT, "Judgement of a clinician", Alert::getFeedback),
                new ExportColumn<>("sequence", WHOLE_NUMBER, "Place in the ledger of the stay", Alert::getSequence));
    }
}
