package org.vigie.signal.earlywarning;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.signal.earlywarning.EarlyWarningScore.ScoreComponent;
import org.vigie.signal.text.LocalizedText;

/** Writes a score as text: {@code 5-8 incomplete, temperature 6 h old, oxygen never measured}. */
public final class ScoreText {
    private static final Duration LONG = Duration.ofHours(2);
    private static final Duration DAYS = Duration.ofDays(2);

    private ScoreText() {}

    /** Returns the score in words. */
    public static LocalizedText of(EarlyWarningScore score) {
        return new LocalizedText(fr(score), en(score));
    }

    private static String fr(EarlyWarningScore score) {
        return text(
                score,
                " incomplet",
                component -> component.age().equals(ScoreComponent.NEVER)
                        ? component.label().fr() + " : jamais mesuré"
                        : component.label().fr() + " : il y a " + age(component.age(), "j"));
    }

    private static String en(EarlyWarningScore score) {
        return text(
                score,
                " incomplete",
                component -> component.age().equals(ScoreComponent.NEVER)
                        ? component.label().en() + " never measured"
                        : component.label().en() + " " + age(component.age(), "d") + " old");
    }

    private static String text(EarlyWarningScore score, String incomplete, Function<ScoreComponent, String> why) {
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
