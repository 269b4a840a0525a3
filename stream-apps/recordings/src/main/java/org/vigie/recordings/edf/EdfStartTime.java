package org.vigie.recordings.edf;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.recordings.LeftOutCollector;

/** Reads the start of a recording, {@code dd.mm.yy} and {@code hh.mm.ss}. Years 85 to 99 are of the 20th century. */
final class EdfStartTime {
    private static final Pattern FORMAT =
            Pattern.compile("(\\d\\d)\\.(\\d\\d)\\.(\\d\\d)(\\d\\d)[.:](\\d\\d)[.:](\\d\\d)");
    private static final int FIRST_YEAR = 85;

    private EdfStartTime() {}

    /** Returns the local time. Empty, with an entry in {@code leftOut}, when there is no such time. */
    static Optional<LocalDateTime> read(EdfFieldReader fields, LeftOutCollector leftOut) {
        String text = fields.text(168, 16);
        Matcher match = FORMAT.matcher(text);
        if (!match.matches()) {
            return none(leftOut, text.strip(), "must be dd.mm.yyhh.mm.ss");
        }
        try {
            return Optional.of(time(match));
        } catch (DateTimeException e) {
            return none(leftOut, text, "no such time (" + e.getMessage() + ")");
        }
    }

    private static Optional<LocalDateTime> none(LeftOutCollector leftOut, String text, String why) {
        leftOut.add("", text, "start date and time: " + why + "; times count from 1970", "");
        return Optional.empty();
    }

    private static LocalDateTime time(MatchResult match) {
        int year = number(match, 3);
        int century = year < FIRST_YEAR ? 2000 : 1900;
        return LocalDateTime.of(
                century + year,
                number(match, 2),
                number(match, 1),
                number(match, 4),
                number(match, 5),
                number(match, 6));
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
