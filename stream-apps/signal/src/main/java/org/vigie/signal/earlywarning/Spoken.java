package org.vigie.signal.earlywarning;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.signal.earlywarning.EarlyWarning.Part;

/** A score in words: {@code 5-8 incomplete, temperature 6 h old, oxygen never measured}. */
public final class Spoken {
    private static final Duration LONG = Duration.ofHours(2);
    private static final Duration DAYS = Duration.ofDays(2);

    private Spoken() {}

    public static String fr(EarlyWarning score) {
        return said(
                score,
                " incomplet",
                part -> part.age().equals(Part.NEVER)
                        ? part.labelFr() + " : jamais mesuré"
                        : part.labelFr() + " : il y a " + age(part.age(), "j"));
    }

    public static String en(EarlyWarning score) {
        return said(
                score,
                " incomplete",
                part -> part.age().equals(Part.NEVER)
                        ? part.labelEn() + " never measured"
                        : part.labelEn() + " " + age(part.age(), "d") + " old");
    }

    private static String said(EarlyWarning score, String incomplete, Function<Part, String> why) {
        String points = score.low() == score.high() ? "" + score.low() : score.low() + "-" + score.high();
        if (score.complete()) {
            return points;
        }
        List<String> whys = score.missing().stream().map(why).toList();
        return Stream.concat(Stream.of(points + incomplete), whys.stream()).collect(Collectors.joining(", "));
    }

    private static String age(Duration age, String days) {
        if (age.compareTo(LONG) < 0) {
            return age.toMinutes() + " min";
        }
        return age.compareTo(DAYS) < 0 ? age.toHours() + " h" : age.toDays() + " " + days;
    }
}
