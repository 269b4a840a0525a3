package org.vigie.replay.export;

import static org.vigie.replay.export.ExportColumnType.NUMBER;
import static org.vigie.replay.export.ExportColumnType.TEXT;
import static org.vigie.replay.export.ExportColumnType.TIME;
import static org.vigie.replay.export.ExportColumnType.WHOLE_NUMBER;

import java.util.List;
import java.util.stream.Stream;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.topic.TopicCatalogue;

/** Describes the table of risk scores: one row for each window that was scored. */
record RiskScoreTable(TopicCatalogue topics, ExportPseudonyms pseudonyms) {
    ExportTable<RiskScore> table() {
        return new ExportTable<>(
                "scores",
                "One row for each answer of the survival model",
                columns(),
                "stay, window_revision",
                List.of(new ExportedSource<>(topics.scoresSurvival(), Stream::of)));
    }

    private List<ExportColumn<RiskScore>> columns() {
        return List.of(
                new ExportColumn<>("stay", TEXT, "Pseudonym of the stay", row -> pseudonyms.stay(row.getStay())),
                new ExportColumn<>("bed", TEXT, "Unit and pseudonym of the bed", row -> pseudonyms.bed(row.getBed())),
                new ExportColumn<>("window_end", TIME, "Newest reading of the window, UTC", RiskScore::getWindowEnd),
                new ExportColumn<>("scored_at", TIME, "Time of the answer, UTC", RiskScore::getScoredAt),
                new ExportColumn<>("status", TEXT, "SCORED, ABSTAINED or UNAVAILABLE", RiskScore::getStatus),
                new ExportColumn<>(
                        "probability", NUMBER, "Risk of dying in hospital, 0 to 1", RiskScore::getProbability),
                new ExportColumn<>("low", NUMBER, "Lower end of the interval", RiskScore::getLow),
                new ExportColumn<>("high", NUMBER, "Upper end of the interval", RiskScore::getHigh),
                new ExportColumn<>("reason", TEXT, "Why there is no probability", RiskScore::getReason),
                new ExportColumn<>("model", TEXT, "Name of the model", RiskScore::getModel),
                new ExportColumn<>("model_version", TEXT, "Version of the model", RiskScore::getModelVersion),
                new ExportColumn<>("model_digest", TEXT, "Digest of the model's files", RiskScore::getModelDigest),
                new ExportColumn<>(
                        "window_revision", WHOLE_NUMBER, "Number of the window", RiskScore::getWindowRevision),
                new ExportColumn<>("window_digest", TEXT, "Digest of the model's input", RiskScore::getWindowDigest),
                new ExportColumn<>(
                        "imputed_share", NUMBER, "Share of imputed cells, 0 to 1", RiskScore::getImputedShare));
    }
}
