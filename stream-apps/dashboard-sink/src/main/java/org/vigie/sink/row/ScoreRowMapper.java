package org.vigie.sink.row;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.schemas.CellOriginRecord;
import org.vigie.schemas.Contribution;
import org.vigie.schemas.Origin;
import org.vigie.schemas.RiskScore;

/**
 * Maps a score to one row and each of its contributions to one more. A value that the model did not return is null in the store, never 0.
 */
public final class ScoreRowMapper {
    private final StoreTables tables;

    public ScoreRowMapper(StoreTables tables) {
        this.tables = tables;
    }

    public List<StoreRow> of(RiskScore score, Origin at) {
        Stream<StoreRow> contributions =
                IntStream.range(0, score.getContributions().size()).mapToObj(index -> contribution(score, index, at));
        return Stream.concat(Stream.of(score(score, at)), contributions).toList();
    }

    private StoreRow score(RiskScore score, Origin at) {
        LineProtocolBuilder line = tables.line(tables.scores())
                .tag("bed", score.getBed())
                .tag("stay", score.getStay())
                .tag("status", score.getStatus())
                .tag("model", score.getModel())
                .tag("model_version", score.getModelVersion())
                .tag("most_helpful", score.getMostHelpful());
        addPrediction(line, score);
        addEvidence(line, score);
        return new StoreRow(tables.scores(), line.at(score.getWindowEnd()), at);
    }

    private static void addPrediction(LineProtocolBuilder line, RiskScore score) {
        line.number("probability", score.getProbability())
                .number("low", score.getLow())
                .number("high", score.getHigh())
                .number("survival_1d", score.getSurvival1d())
                .number("survival_7d", score.getSurvival7d())
                .number("survival_30d", score.getSurvival30d())
                .number("los_days", score.getLosDays())
                .text("reason", score.getReason());
    }

    private static void addEvidence(LineProtocolBuilder line, RiskScore score) {
        line.integer("hours_seen", score.getHoursSeen())
                .number("imputed_share", score.getImputedShare())
                .number("latency_ms", score.getLatencyMs())
                .instant("scored_at", score.getScoredAt())
                .integer("window_revision", score.getWindowRevision())
                .text("window_digest", score.getWindowDigest())
                .text("model_digest", score.getModelDigest());
    }

    private StoreRow contribution(RiskScore score, int index, Origin at) {
        Contribution contribution = score.getContributions().get(index);
        CellOriginRecord kind = contribution.getKind();
        LineProtocolBuilder line = tables.line(tables.contributions())
                .tag("bed", score.getBed())
                .tag("stay", score.getStay())
                .tag("model", score.getModel())
                .tag("model_version", score.getModelVersion())
                .tag("variable", contribution.getVariable())
                .tag("kind", kind == null ? null : kind.name())
                .text("window_digest", score.getWindowDigest())
                .integer("place", index + 1)
                .integer("hour", contribution.getHour())
                .number("value", contribution.getValue())
                .number("log_odds", contribution.getLogOdds());
        return new StoreRow(tables.contributions(), line.at(score.getWindowEnd()), at);
    }
}
