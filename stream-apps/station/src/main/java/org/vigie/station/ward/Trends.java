package org.vigie.station.ward;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.Window;
import org.vigie.schemas.variable.Sampling;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

/** The trends of one stay: what was kept, suspect, rejected, and what the model was given instead. Bounded. */
final class Trends {
    private static final Series NOTHING = new Series(List.of(), List.of(), List.of(), List.of());

    private final Map<Variable, Trend> kept = new HashMap<>();
    private final Map<Variable, Trend> suspect = new HashMap<>();
    private final Map<Variable, Trend> rejected = new HashMap<>();
    private Window window;

    void take(Variable variable, JudgedReading reading) {
        if (!isDrawn(variable)) {
            return;
        }
        Instant at = reading.getMeasuredAt();
        reading.getWithdraws().forEach(value -> remove(kept, variable, at, value));
        switch (reading.getVerdict()) {
            case KEPT -> addFollowed(kept, variable, reading);
            case SUSPECT -> addFollowed(suspect, variable, reading);
            default -> {
                remove(suspect, variable, at, reading.getValue());
                if (reading.getFollowed()) {
                    rejected(variable, at);
                }
            }
        }
    }

    /** The lines show the sources that were followed. */
    private static void addFollowed(Map<Variable, Trend> trends, Variable variable, JudgedReading reading) {
        if (reading.getFollowed()) {
            add(trends, variable, reading.getMeasuredAt(), reading.getValue());
        }
    }

    void rejected(Variable variable, Instant at) {
        if (isDrawn(variable)) {
            add(rejected, variable, at, 0);
        }
    }

    void take(Window newer) {
        if (window == null || newer.getRevision() >= window.getRevision()) {
            window = newer;
        }
    }

    List<TrendPicture.Line> lines(Instant from, int hours) {
        return VariableCatalogue.standard().all().stream()
                .filter(Trends::isDrawn)
                .map(variable -> line(variable, from, hours))
                .filter(line ->
                        !line.kept().t().isEmpty() || !line.suspect().t().isEmpty())
                .toList();
    }

    private TrendPicture.Line line(Variable variable, Instant from, int hours) {
        return new TrendPicture.Line(
                variable.name(),
                series(kept, variable, from, hours),
                series(suspect, variable, from, hours),
                window == null ? List.of() : ImputedCell.in(window, variable, from),
                series(rejected, variable, from, hours).t());
    }

    private static Series series(Map<Variable, Trend> trends, Variable variable, Instant from, int hours) {
        Trend trend = trends.get(variable);
        return trend == null ? NOTHING : trend.since(from.toEpochMilli(), hours);
    }

    private static void add(Map<Variable, Trend> trends, Variable variable, Instant at, double value) {
        trends.computeIfAbsent(variable, ignored -> new Trend()).add(at.toEpochMilli(), value);
    }

    private static void remove(Map<Variable, Trend> trends, Variable variable, Instant at, double value) {
        Optional.ofNullable(trends.get(variable)).ifPresent(trend -> trend.remove(at.toEpochMilli(), value));
    }

    private static boolean isDrawn(Variable variable) {
        return variable.sampling() == Sampling.CONTINUOUS || variable.sampling() == Sampling.EPISODIC;
    }
}
