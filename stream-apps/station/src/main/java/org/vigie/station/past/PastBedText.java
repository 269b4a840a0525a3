package org.vigie.station.past;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.vigie.station.alarm.AlertSnapshot;
import org.vigie.station.alarm.limit.ShelfSnapshot;
import org.vigie.station.stay.ValueSnapshot;
import org.vigie.station.trend.LimitInForceSnapshot;
import org.vigie.station.ward.BedSnapshot;

/**
 * Prints one bed of an earlier situation as a block of lines.
 *
 * @param situation the ward that the bed belongs to
 */
record PastBedText(BedSnapshot bed, PastWardSnapshot situation) {
    @Override
    public String toString() {
        if (bed.occupant() == null) {
            return "%n%s  free%n".formatted(bed.bed()) + alarms();
        }
        return "%n%s  %s%n".formatted(bed.bed(), new PastOccupantText(bed)) + lines();
    }

    private String lines() {
        return unwatched()
                + line("vitals", bed.values().stream().map(PastBedText::value).toList(), "; ")
                + alarms()
                + line("limits", limits(), "; ")
                + line(
                        "shelved",
                        bed.shelves().stream().map(ShelfSnapshot::rule).toList(),
                        ", ");
    }

    private String unwatched() {
        return situation.unwatched().stream()
                .filter(each -> each.bed().equals(bed.bed()))
                .map(each -> "  NOT WATCHED: %s since %s%n".formatted(each.reason(), instant(each.since())))
                .collect(Collectors.joining());
    }

    private static String line(String name, List<String> parts, String separator) {
        return parts.isEmpty() ? "" : "  %s: %s%n".formatted(name, String.join(separator, parts));
    }

    private static String value(ValueSnapshot value) {
        String number = value.value() == null ? "--" : number(value.value()) + " " + value.unit();
        String why = "NONE".equals(value.reason()) ? "" : " " + value.reason();
        return "%s %s (%d s, %s%s)".formatted(value.variable(), number, value.ageMs() / 1_000, value.verdict(), why);
    }

    private String alarms() {
        return situation.ward().alerts().stream()
                .filter(alert -> alert.bed().equals(bed.bed()) && "RAISED".equals(alert.state()))
                .map(this::alarm)
                .collect(Collectors.joining());
    }

    private String alarm(AlertSnapshot alert) {
        boolean isOwn = bed.occupant() != null && bed.occupant().stay().equals(alert.stay());
        String incident =
                alert.incident() == null ? "" : ", incident " + alert.incident().incident();
        return "  alarm%s: %s %s, %s, raised %s, alert %s%s%n"
                .formatted(
                        isOwn ? "" : " of a patient without a bed",
                        alert.priority(),
                        alert.rule(),
                        alert.messageEn(),
                        instant(alert.raisedAt()),
                        alert.alert(),
                        incident);
    }

    private List<String> limits() {
        return situation.past().limits().getOrDefault(bed.bed(), List.of()).stream()
                .map(PastBedText::limit)
                .toList();
    }

    private static String limit(LimitInForceSnapshot limit) {
        String side = "BELOW".equals(limit.side()) ? "<" : ">";
        String own = limit.own() ? " of the patient" : "";
        return "%s %s %s %s%s".formatted(limit.variable(), side, number(limit.limit()), limit.priority(), own);
    }

    /** Writes a number with four digits that count. */
    static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String instant(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
