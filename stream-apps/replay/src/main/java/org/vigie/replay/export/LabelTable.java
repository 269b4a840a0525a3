package org.vigie.replay.export;

import static org.vigie.replay.export.ExportColumnType.TEXT;
import static org.vigie.replay.export.ExportColumnType.TIME;

import java.util.List;
import java.util.stream.Stream;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.topic.TopicCatalogue;

/** Describes the table of labels: what clinicians judged, and what a simulator says to be true. */
record LabelTable(TopicCatalogue topics, ExportPseudonyms pseudonyms) {
    ExportTable<ExportedLabel> table() {
        return new ExportTable<>(
                "labels",
                "One row for each judgement of a clinician on an alert, and for each event of a simulator's ground truth",
                columns(),
                "stay, begins_at, source, label",
                List.of(
                        new ExportedSource<>(topics.alertsLedger(), LabelTable::judged),
                        new ExportedSource<>(topics.truthEvents(), truth -> Stream.of(ExportedLabel.of(truth)))));
    }

    private static Stream<ExportedLabel> judged(Alert entry) {
        return entry.getState() == AlertStateRecord.FEEDBACK && entry.getFeedback() != null
                ? Stream.of(ExportedLabel.of(entry, entry.getFeedback()))
                : Stream.of();
    }

    private List<ExportColumn<ExportedLabel>> columns() {
        return List.of(
                new ExportColumn<>("stay", TEXT, "Pseudonym of the stay", row -> pseudonyms.stay(row.stay())),
                new ExportColumn<>("bed", TEXT, "Unit and pseudonym of the bed", row -> pseudonyms.bed(row.bed())),
                new ExportColumn<>("source", TEXT, "CLINICIAN, or SIMULATOR", ExportedLabel::source),
                new ExportColumn<>(
                        "label",
                        TEXT,
                        "Judgement such as USEFUL, or event such as DETERIORATION",
                        ExportedLabel::label),
                new ExportColumn<>(
                        "subject",
                        TEXT,
                        "Alarm rule that was judged, or variable of the event",
                        ExportedLabel::subject),
                new ExportColumn<>("begins_at", TIME, "Start of the alert or of the event, UTC", ExportedLabel::from),
                new ExportColumn<>("ends_at", TIME, "End of the event, UTC", ExportedLabel::until),
                new ExportColumn<>("given_at", TIME, "Time of the judgement, UTC", ExportedLabel::givenAt),
                new ExportColumn<>(
                        "alert",
                        TEXT,
                        "Pseudonym of the alert that was judged",
                        row -> row.alert() == null ? null : pseudonyms.stay(row.alert())));
    }
}
