package org.vigie.station.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.Window;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.schemas.variable.VariableNames;

/** Holds the trends of one stay: kept, suspect and rejected readings, and the imputed values. Memory is bounded. */
public final class StayTrends {
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration HOUR = Duration.ofHours(1);
    /** Hours back from which on a trend has one value for each minute. */
    private static final int BY_THE_MINUTE = 2;
    /** A temperature moves in hours. */
    private static final Duration HOURS_OF_TEMPERATURE = Duration.ofHours(4);
    /** Hours back from which on a trend has one value for five minutes. */
    private static final int BY_FIVE_MINUTES = 7;

    private static final TrendSeries NOTHING = new TrendSeries(List.of(), List.of(), List.of(), List.of());

    private final Map<Variable, VariableTrend> kept = new HashMap<>();
    private final Map<Variable, VariableTrend> suspect = new HashMap<>();
    private final Map<Variable, VariableTrend> rejected = new HashMap<>();
    private Window window;

    public void take(Variable variable, JudgedReading reading) {
        if (!isDrawn(variable)) {
            return;
        }
        withdraw(variable, reading);
        Instant at = reading.getMeasuredAt();
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

    /** Takes only what a change withdraws: its own value is changed in turn. */
    public void withdraw(Variable variable, JudgedReading reading) {
        reading.getWithdraws().forEach(value -> remove(kept, variable, reading.getMeasuredAt(), value));
    }

    /** The lines show the sources that were followed. */
    private static void addFollowed(Map<Variable, VariableTrend> trends, Variable variable, JudgedReading reading) {
        if (reading.getFollowed()) {
            add(trends, variable, reading.getMeasuredAt(), reading.getValue());
        }
    }

    public void rejected(Variable variable, Instant at) {
        if (isDrawn(variable)) {
            add(rejected, variable, at, 0);
        }
    }

    public void take(Window newer) {
        if (window == null || newer.getRevision() >= window.getRevision()) {
            window = newer;
        }
    }

    /**
     * Returns the trends up to now.
     *
     * @param now on the ward's clock
     * @param hours how far back
     * @param limits returns the alarm limits in force of a variable
     */
    public TrendSnapshot snapshot(
            String bed, String stay, Instant now, int hours, Function<String, List<LimitInForceSnapshot>> limits) {
        Instant from = now.minus(Duration.ofHours(hours));
        List<TrendSnapshot.TrendLine> lines = lines(from, hours);
        return new TrendSnapshot(
                bed,
                stay,
                now.toEpochMilli(),
                from.toEpochMilli(),
                hours,
                lines,
                lines.stream()
                        .flatMap(line -> limits.apply(line.variable()).stream())
                        .toList(),
                List.of());
    }

    /** Returns a variable's kept values for a tile: the last hour by the minute, and the last four hours of a temperature by five minutes. */
    public SmallTrendSnapshot recent(String bed, String variable, Instant now) {
        TrendSeries series = VariableCatalogue.standard()
                .find(variable)
                .map(found -> recent(found, now))
                .orElse(NOTHING);
        return SmallTrendSnapshot.of(bed, variable, series, now);
    }

    private TrendSeries recent(Variable variable, Instant now) {
        return variable.name().equals(VariableNames.TEMP)
                ? series(kept, variable, now.minus(HOURS_OF_TEMPERATURE), BY_FIVE_MINUTES)
                : series(kept, variable, now.minus(HOUR), BY_THE_MINUTE);
    }

    /**
     * Returns whether a vital sign lies outside what was measured in the 24 hours up to {@code end}, by more than its margin. It does, too,
     * when nothing was measured then. The margins stand in {@code window-margin.csv}.
     */
    public boolean isOutside(String variable, double value, Instant end) {
        return VariableCatalogue.standard()
                .find(variable)
                .filter(found -> WindowMargins.standard().of(found).isPresent())
                .filter(found -> window(found, end.toEpochMilli())
                        .isOutside(value, WindowMargins.standard().of(found).getAsDouble()))
                .isPresent();
    }

    /** Returns whether a variable is a vital sign that is compared with the values of a score's window. */
    public static boolean isCompared(String variable) {
        return VariableCatalogue.standard()
                .find(variable)
                .filter(found -> WindowMargins.standard().of(found).isPresent())
                .isPresent();
    }

    private ValueSpan window(Variable variable, long until) {
        VariableTrend trend = kept.get(variable);
        return trend == null ? ValueSpan.NOTHING : trend.spanOfAllBuckets(until - DAY.toMillis(), until);
    }

    /** Returns the span of a variable's kept values since an instant. */
    public ValueSpan since(String variable, Instant from, Instant now) {
        return VariableCatalogue.standard()
                .find(variable)
                .map(kept::get)
                .map(trend -> trend.span(from.toEpochMilli(), now.toEpochMilli(), now.toEpochMilli()))
                .orElse(ValueSpan.NOTHING);
    }

    /** Returns the number of minutes since an instant, at most 6 hours ago, in which a monitor sent a value. */
    public int monitoredMinutes(Instant from) {
        Set<Long> minutes = new HashSet<>();
        kept.forEach((variable, trend) -> {
            if (variable.sampling() == SamplingMode.CONTINUOUS) {
                trend.addMinutes(from.toEpochMilli(), minutes);
            }
        });
        return minutes.size();
    }

    public List<TrendSnapshot.TrendLine> lines(Instant from, int hours) {
        return VariableCatalogue.standard().all().stream()
                .filter(StayTrends::isDrawn)
                .map(variable -> line(variable, from, hours))
                .filter(line ->
                        !line.kept().t().isEmpty() || !line.suspect().t().isEmpty())
                .toList();
    }

    private TrendSnapshot.TrendLine line(Variable variable, Instant from, int hours) {
        return new TrendSnapshot.TrendLine(
                variable.name(),
                series(kept, variable, from, hours),
                series(suspect, variable, from, hours),
                window == null ? List.of() : ImputedCell.in(window, variable, from),
                series(rejected, variable, from, hours).t());
    }

    private static TrendSeries series(Map<Variable, VariableTrend> trends, Variable variable, Instant from, int hours) {
        VariableTrend trend = trends.get(variable);
        return trend == null ? NOTHING : trend.since(from.toEpochMilli(), hours);
    }

    private static void add(Map<Variable, VariableTrend> trends, Variable variable, Instant at, double value) {
        trends.computeIfAbsent(variable, ignored -> new VariableTrend()).add(at.toEpochMilli(), value);
    }

    private static void remove(Map<Variable, VariableTrend> trends, Variable variable, Instant at, double value) {
        Optional.ofNullable(trends.get(variable)).ifPresent(trend -> trend.remove(at.toEpochMilli(), value));
    }

    private static boolean isDrawn(Variable variable) {
        return variable.sampling() == SamplingMode.CONTINUOUS || variable.sampling() == SamplingMode.EPISODIC;
    }
}
