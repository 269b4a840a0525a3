package org.vigie.station.past;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.vigie.station.alarm.AlertSnapshot;
import org.vigie.station.stay.RiskSnapshot;
import org.vigie.station.stay.TriageSnapshot;
import org.vigie.station.stay.ValueSnapshot;
import org.vigie.station.trend.LimitInForceSnapshot;
import org.vigie.station.ward.BedSnapshot;

/**
 * Prints an earlier situation of the ward as text, a block of lines for each bed.
 *
 * @param situation as it was read
 */
public record PastBoardText(PastWardSnapshot situation) {
    @Override
    public String toString() {
        String beds = situation.ward().beds().stream().map(this::bed).collect(Collectors.joining());
        return head() + beds + changes();
    }

    private String head() {
        PastSituation past = situation.past();
        return "SITUATION AT %s - NOT LIVE%n%d records read; ward time %s; alarm rules %s%n"
                .formatted(
                        instant(past.at()),
                        past.records(),
                        instant(Objects.requireNonNull(situation.ward().clock().now())),
                        past.rules());
    }

    private String bed(BedSnapshot bed) {
        if (bed.occupant() == null) {
            return "%n%s  free%n".formatted(bed.bed());
        }
        return "%n%s  stay %s%s  %s  %s%n"
                        .formatted(
                                bed.bed(),
                                bed.occupant().stay(),
                                bed.occupant().provisional() ? " (provisional)" : "",
                                triage(bed.triage()),
                                risk(bed.risk()))
                + lines(bed);
    }

    private String lines(BedSnapshot bed) {
        return line("vitals", bed.values().stream().map(PastBoardText::value).toList(), "; ")
                + alarms(bed.bed())
                + line("limits", limits(bed), "; ")
                + line(
                        "shelved",
                        bed.shelves().stream().map(shelf -> shelf.rule()).toList(),
                        ", ");
    }

    private static String line(String name, List<String> parts, String separator) {
        return parts.isEmpty() ? "" : "  %s: %s%n".formatted(name, String.join(separator, parts));
    }

    private static String value(ValueSnapshot value) {
        String number = value.value() == null ? "--" : number(value.value()) + " " + value.unit();
        String why = "NONE".equals(value.reason()) ? "" : " " + value.reason();
        return "%s %s (%d s, %s%s)".formatted(value.variable(), number, value.ageMs() / 1_000, value.verdict(), why);
    }

    private String alarms(String bed) {
        return situation.ward().alerts().stream()
                .filter(alert -> alert.bed().equals(bed) && "RAISED".equals(alert.state()))
                .map(PastBoardText::alarm)
                .collect(Collectors.joining());
    }

    private static String alarm(AlertSnapshot alert) {
        String incident =
                alert.incident() == null ? "" : ", incident " + alert.incident().incident();
        return "  alarm: %s %s, %s, raised %s, alert %s%s%n"
                .formatted(
                        alert.priority(),
                        alert.rule(),
                        alert.messageEn(),
                        instant(alert.raisedAt()),
                        alert.alert(),
                        incident);
    }

    private List<String> limits(BedSnapshot bed) {
        return situation.past().limits().getOrDefault(bed.bed(), List.of()).stream()
                .map(PastBoardText::limit)
                .toList();
    }

    private static String limit(LimitInForceSnapshot limit) {
        String side = "BELOW".equals(limit.side()) ? "<" : ">";
        String own = limit.own() ? " of the patient" : "";
        return "%s %s %s %s%s".formatted(limit.variable(), side, number(limit.limit()), limit.priority(), own);
    }

    private static String triage(TriageSnapshot triage) {
        if (triage == null) {
            return "no triage";
        }
        String level = triage.attention() == null
                ? Objects.requireNonNullElse(triage.level(), "stale")
                : triage.attention().level();
        String news2 = triage.news2Low() == triage.news2High()
                ? Integer.toString(triage.news2Low())
                : triage.news2Low() + "-" + triage.news2High();
        return "%s  NEWS2 %s".formatted(level, news2);
    }

    private static String risk(RiskSnapshot risk) {
        if (risk == null) {
            return "no score";
        }
        String given =
                risk.probability() == null ? risk.absent() : String.format(Locale.ROOT, "%.4f", risk.probability());
        return "risk %s (%s %s)".formatted(given, risk.model(), risk.modelVersion());
    }

    private String changes() {
        PastSituation past = situation.past();
        String changed = past.changes().stream().map(PastBoardText::change).collect(Collectors.joining());
        return "%nchanged by records that came until %s: %s%n%s"
                .formatted(
                        instant(past.changesUntil()),
                        past.changes().isEmpty() ? "nothing" : past.changes().size(),
                        changed);
    }

    private static String change(LaterChange change) {
        if (change.variable() == null) {
            return "  %s %s: %s, known at %s%n"
                    .formatted(change.bed(), change.kind(), change.stay(), instant(change.knownAt()));
        }
        return "  %s %s: %s, shown %s, later %s, measured %s, known at %s%n"
                .formatted(
                        change.bed(),
                        change.kind(),
                        change.variable(),
                        change.shown() == null ? "--" : number(change.shown()),
                        change.later() == null ? "--" : number(change.later()),
                        instant(Objects.requireNonNull(change.measuredAt())),
                        instant(change.knownAt()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value).replaceFirst("\\.?0+$", "");
    }

    private static String instant(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
