package org.vigie.signal.alarm.incident;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.vigie.signal.text.LocalizedText;

/**
 * Writes the times of an incident's sentence: {@code à 13:05}. A time of another day has its date: {@code le 28/11 à 13:05}.
 *
 * @param now event time at which the sentence is written
 */
public record IncidentTimeText(ZoneId zone, Instant now) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE_FR = DateTimeFormatter.ofPattern("'le' dd/MM 'à' HH:mm", Locale.FRENCH);
    private static final DateTimeFormatter DATE_EN = DateTimeFormatter.ofPattern("d MMM 'at' HH:mm", Locale.ENGLISH);

    /** Returns the time of a value: {@code à 13:05}. */
    LocalizedText at(Instant time) {
        return isToday(time)
                ? new LocalizedText("à " + text(TIME, time), "at " + text(TIME, time))
                : new LocalizedText(text(DATE_FR, time), "on " + text(DATE_EN, time));
    }

    /** Returns the beginning of a condition: {@code depuis 15:15}. */
    LocalizedText since(Instant onset) {
        return isToday(onset)
                ? new LocalizedText("depuis " + text(TIME, onset), "since " + text(TIME, onset))
                : new LocalizedText("depuis " + text(DATE_FR, onset), "since " + text(DATE_EN, onset));
    }

    private boolean isToday(Instant time) {
        return time.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
    }

    private String text(DateTimeFormatter format, Instant time) {
        return format.format(time.atZone(zone));
    }
}
