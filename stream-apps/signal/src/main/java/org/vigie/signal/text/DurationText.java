package org.vigie.signal.text;

import java.time.Duration;

/** Holds a text that ends with a duration: {@code Mesures revenues après 2 min}. */
public record DurationText(LocalizedText before) {
    public DurationText(String fr, String en) {
        this(new LocalizedText(fr, en));
    }

    /** Returns the text with a duration in its largest unit. */
    public LocalizedText with(Duration duration) {
        return before.plus(LocalizedText.same(inLargestUnit(duration.toSeconds())));
    }

    /** Returns a duration in the largest unit of which it contains at least one: s, min or h. */
    public static String inLargestUnit(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600 ? seconds / 60 + " min" : seconds / 3600 + " h";
    }
}
