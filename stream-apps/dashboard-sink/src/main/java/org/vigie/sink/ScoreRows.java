package org.vigie.sink;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.schemas.CellKind;
import org.vigie.schemas.Contribution;
import org.vigie.schemas.Origin;
import org.vigie.schemas.RiskScore;

/** A score as one row, and each of its contributions as one more. What the model did not give is null in the store, never 0. */
final class ScoreRows {
    private final Tables tables;

    ScoreRows(Tables tables) {
        this.tables = tables;
    }

    List<Row> of(RiskScore score, Origin at) {
        Stream<Row> contributions =
                IntStream.range(0, score.getContributions().size()).mapToObj(index -> contribution(score, index, at));
        return Stream.concat(Stream.of(score(score, at)), contributions).toList();
    }

    private Row score(RiskScore score, Origin at) {
        String line = Line.of(tables.scores())
                .tag("bed", score.getBed())
                .tag("stay", score.getStay())
                .tag("status", score.getStatus())
                .tag("model", score.getModel())
                .tag("model_version", score.getModelVersion())
                .tag("most_helpful", score.getMostHelpful())
                .number("probability", score.getProbability())
                .number("low", score.getLow())
                .number("high", score.getHigh())
                .number("survival_1d", score.getSurvival1d())
                .number("survival_7d", score.getSurvival7d())
                .number("survival_30d", score.getSurvival30d())
                .number("los_days", score.getLosDays())
                .text("reason", score.getReason())
                .whole("hours_seen", score.getHoursSeen())
                .number("imputed_share", score.getImputedShare())
                .number("latency_ms", score.getLatencyMs())
                .instant("scored_at", score.getScoredAt())
                .whole("window_revision", score.getWindowRevision())
                .text("window_digest", score.getWindowDigest())
                .text("model_digest", score.getModelDigest())
                .at(score.getWindowEnd());
        return new Row(tables.scores(), line, at);
    }

    private Row contribution(RiskScore score, int index, Origin at) {
        Contribution contribution = score.getContributions().get(index);
        CellKind kind = contribution.getKind();
        Line line = Line.of(tables.contributions())
                .tag("bed", score.getBed())
                .tag("stay", score.getStay())
                .tag("model", score.getModel())
                .tag("model_version", score.getModelVersion())
                .tag("variable", contribution.getVariable())
                .tag("kind", kind == null ? null : kind.name())
                .text("window_digest", score.getWindowDigest())
                .whole("place", index + 1)
                .whole("hour", contribution.getHour())
                .number("value", contribution.getValue())
                .number("log_odds", contribution.getLogOdds());
        return new Row(tables.contributions(), line.at(score.getWindowEnd()), at);
    }
}
